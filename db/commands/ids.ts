/** The SQL of an id: the one that a row had which comes back, in a parameter, or else the next of its table. */
export const idOr = (table: string, parameter: string) =>
  `coalesce(${parameter}::int, nextval(pg_get_serial_sequence('${table}', 'id'))::int)`
