'use client'

import { Suspense, lazy, useEffect, useId, useState, useSyncExternalStore } from 'react'
import type { ComponentType, LazyExoticComponent } from 'react'

import { onAnotherTry } from './another-try.ts'
import { build } from '#components/ui/build.ts'
import { fetchAhead } from './fetch-ahead.ts'
import { Alive, playKept } from './kept-presses.tsx'
import { Opening } from './opening.tsx'
import { createStore, useStore } from '#components/ui/store.ts'

export type Load<P> = () => Promise<ComponentType<P>>

/**
 * A part that the first paint may do without: fetched when it is first shown, or earlier by `ahead`, which a control
 * calls when it is pointed at. Without a connection it says so in its place, and is fetched once the connection is back;
 * the page round it stays. Of a long page the server sends it last, so that what stands above other things is no such part:
 * they would move when it comes. What a person asks for is fetched ahead and shows that it comes; where it takes the focus, it is
 * a `lazyPopup`.
 */
export function lazily<P extends object>(load: Load<P>, { isAskedFor = false } = {}) {
  let here: ComponentType<P> | null = null
  const fetch = async () => (here = await load())
  const fetched = (): LazyExoticComponent<ComponentType<P>> =>
    lazy(async () => ({ default: await fetch().catch(missing) }))
  let latest = fetched()
  const missing = (): ComponentType<P> => {
    latest = fetched()
    return () => <Missing />
  }
  function Lazily(props: P) {
    // what was fetched ahead is drawn at once, without the moment in which React would show that it waits
    const [{ Part }, show] = useState(() => ({ Part: here ?? latest }))
    useEffect(() => {
      return onAnotherTry(() =>
        // what has come stays as it is; what has not is replaced by the next attempt
        show((shown) => (shown.Part === latest || shown.Part === here ? shown : { Part: here ?? latest })),
      )
    }, [])
    useEffect(() => () => void setTimeout(playKept), [])
    return (
      <Suspense fallback={isAskedFor ? <Opening /> : null}>
        <Part {...props} />
        <Alive />
      </Suspense>
    )
  }
  if (isAskedFor) fetchAhead(fetch)
  return Object.assign(Lazily, { ahead: () => void fetch().catch(() => {}) })
}

/** The parts that could not be fetched and are waited for; the first speaks for all of them. */
const absent = createStore<{ parts: readonly string[] }>({ parts: [] })

/** Said once, and only where nothing stands that the server has drawn: what is being taken over from it may not differ. */
export function Missing() {
  const isOurs = useSyncExternalStore(
    stays,
    () => true,
    () => false,
  )
  const me = useId()
  useEffect(() => {
    absent.set(({ parts }) => ({ parts: [...parts, me] }))
    return () => absent.set(({ parts }) => ({ parts: parts.filter((one) => one !== me) }))
  }, [me])
  const speaks = useStore(absent, ({ parts }) => parts[0] === me)
  if (!isOurs || !speaks) return null
  return (
    <p
      role="alert"
      className="fixed inset-x-0 bottom-4 z-30 mx-auto w-fit max-w-[calc(100vw-2rem)] rounded-lg bg-inverse px-3.5 py-2 text-on-inverse shadow-float no-print"
    >
      <Why />
    </p>
  )
}

/** What an older build asks for is gone for good; a press asks again for whatever else did not come. */
function Why() {
  const isOld = useStore(build, (state) => state.isOld)
  if (!isOld) return 'This part could not be fetched. It shows when the connection is back.'
  return (
    <>
      Saydo was updated, and this part belongs to the version before.{' '}
      <button
        type="button"
        className="font-semibold underline underline-offset-2"
        onClick={() => location.reload()}
      >
        Reload
      </button>
    </>
  )
}

const stays = () => () => {}
