-- Schemas of the desk and the two functions through which epoch milliseconds enter and leave the database.
-- One time convention: timestamptz in storage, epoch milliseconds in events and calls.
CREATE SCHEMA IF NOT EXISTS ops;
CREATE SCHEMA market;
CREATE SCHEMA strategy;
CREATE SCHEMA execution;
CREATE SCHEMA portfolio;
CREATE SCHEMA risk;

CREATE FUNCTION ops.ts(epoch_ms bigint) RETURNS timestamptz
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN timestamptz 'epoch' + epoch_ms * interval '1 millisecond';

CREATE FUNCTION ops.ms(at timestamptz) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN floor(extract(epoch FROM at) * 1000)::bigint;

-- Microseconds, which is as fine as timestamptz gets: for cursors, since a page ends between two rows, and for the audit.
CREATE FUNCTION ops.us(at timestamptz) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (extract(epoch FROM at) * 1000000)::bigint;

CREATE FUNCTION ops.ts_us(epoch_us bigint) RETURNS timestamptz
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN timestamptz 'epoch' + epoch_us * interval '1 microsecond';

-- ISO-8601 with milliseconds and Z, as the API shows every time.
CREATE FUNCTION ops.iso(at timestamptz) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- Decimal text without trailing zeros, never an exponent: one spelling per value.
CREATE FUNCTION ops.dec(value numeric) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN trim_scale(value)::text;
