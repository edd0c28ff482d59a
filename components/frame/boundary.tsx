'use client'

import { Component } from 'react'
import type { ReactNode } from 'react'

import { toast } from '#components/shell/toasts.ts'

type Props = { onBreak: () => void; children: ReactNode }

/** Round what opens over a page: when it breaks it closes and says so, and the page with all that waits there stays. */
export class Boundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override componentDidCatch() {
    this.props.onBreak()
    this.setState({ isBroken: false })
    toast({ text: 'That could not be opened. Try again.', tone: 'refused' })
  }

  override render() {
    return this.state.isBroken ? null : this.props.children
  }
}
