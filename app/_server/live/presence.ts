/** Who looks at a group now, from the open streams of this process: those of others are not known here. */
type Room = Map<symbol, { handle: string; tell: () => void }>

declare global {
  var saydoRooms: Map<number, Room> | undefined
}

const rooms = (): Map<number, Room> => (globalThis.saydoRooms ??= new Map())

export function enterRoom(groupId: number, handle: string, tell: (people: string[]) => void): () => void {
  const room = rooms().get(groupId) ?? new Map()
  rooms().set(groupId, room)
  const seat = Symbol(handle)
  const people = () => [...new Set([...room.values()].map((one) => one.handle))].toSorted()
  room.set(seat, { handle, tell: () => tell(people()) })
  const tellAll = () => room.forEach((one) => one.tell())
  tellAll()
  return () => {
    room.delete(seat)
    if (room.size === 0) rooms().delete(groupId)
    tellAll()
  }
}
