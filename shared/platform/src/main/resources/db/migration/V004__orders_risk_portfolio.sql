-- Intents, their events and fills; risk limits and control; positions, balances and the ledger.
-- Event tables are append-only: only the functions of V005 write here.
CREATE TABLE risk.control (
    account     text PRIMARY KEY,
    kill_level  text        NOT NULL DEFAULT 'none' CHECK (kill_level IN ('none', 'entries', 'cancel', 'flatten')),
    reason      text,
    changed_by  text        NOT NULL,
    changed_at  timestamptz NOT NULL,
    version     bigint      NOT NULL DEFAULT 1,
    -- By the database's clock: others may be ahead, and then what they did before looks like after.
    written_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE risk.accounts (
    account                 text PRIMARY KEY,
    mode                    text    NOT NULL CHECK (mode IN ('paper', 'testnet', 'live')),
    currency                text    NOT NULL,
    risk_per_trade          numeric NOT NULL CHECK (risk_per_trade > 0),
    max_positions           int     NOT NULL CHECK (max_positions > 0),
    max_symbol_notional     numeric NOT NULL CHECK (max_symbol_notional > 0),
    max_total_notional      numeric NOT NULL CHECK (max_total_notional > 0),
    max_orders_per_minute   int     NOT NULL CHECK (max_orders_per_minute > 0),
    max_daily_loss_r        numeric NOT NULL CHECK (max_daily_loss_r > 0),
    max_consecutive_losses  int     NOT NULL CHECK (max_consecutive_losses > 0),
    loss_pause_ms           bigint  NOT NULL CHECK (loss_pause_ms > 0),
    max_data_age_ms         bigint  NOT NULL CHECK (max_data_age_ms > 0),
    max_clock_ahead_ms      bigint  NOT NULL DEFAULT 500,
    max_clock_offset_ms     bigint  NOT NULL DEFAULT 5000,
    -- in the account's currency; NULL until its books are opened
    start_balance           numeric CHECK (start_balance > 0),
    -- Another account whose kill switch holds for this one, too.
    follows                 text REFERENCES risk.accounts,
    -- state, changed by report()
    risk_day                date,
    day_pnl_r               numeric NOT NULL DEFAULT 0,
    consecutive_losses      int     NOT NULL DEFAULT 0,
    paused_until            timestamptz,
    pause_reason            text,
    halted                  boolean NOT NULL DEFAULT false,
    halt_reason             text,
    -- the newest result that came while it was halted, its own included
    halted_at               timestamptz,
    -- the venue's own refusal of the account, its key or its address, in its words; it lasts until a person resumes
    venue_halt              text,
    venue_halted_at         timestamptz,
    -- how often entries were stopped, by results, by the venue or by a person's pause
    stops                   bigint  NOT NULL DEFAULT 0
);

-- The life cycle as the database enforces it; a test compares it with the one declared in code.
CREATE TABLE execution.order_moves (
    from_state  text NOT NULL,
    trigger     text NOT NULL,
    to_state    text NOT NULL,
    PRIMARY KEY (from_state, trigger)
);
INSERT INTO execution.order_moves VALUES
    ('NEW', 'refused', 'RISK_REJECTED'), ('NEW', 'reserved', 'APPROVED'),
    ('APPROVED', 'blocked', 'BLOCKED'), ('APPROVED', 'expired_unsent', 'EXPIRED_UNSENT'), ('APPROVED', 'claimed', 'SENDING'),
    ('SENDING', 'outcome_unknown', 'UNKNOWN'), ('UNKNOWN', 'not_found', 'QUARANTINED'),
    ('QUARANTINED', 'venue_open', 'OPEN'), ('QUARANTINED', 'venue_partial', 'PARTIALLY_FILLED'),
    ('QUARANTINED', 'venue_filled', 'FILLED'), ('QUARANTINED', 'venue_canceled', 'CANCELED'),
    ('QUARANTINED', 'quarantine_ended', 'NOT_PLACED'),
    ('SENDING', 'venue_open', 'OPEN'), ('SENDING', 'venue_partial', 'PARTIALLY_FILLED'), ('SENDING', 'venue_filled', 'FILLED'),
    ('SENDING', 'venue_rejected', 'REJECTED'), ('SENDING', 'venue_canceled', 'CANCELED'), ('SENDING', 'venue_expired', 'EXPIRED'),
    ('UNKNOWN', 'venue_open', 'OPEN'), ('UNKNOWN', 'venue_partial', 'PARTIALLY_FILLED'), ('UNKNOWN', 'venue_filled', 'FILLED'),
    ('UNKNOWN', 'venue_rejected', 'REJECTED'), ('UNKNOWN', 'venue_canceled', 'CANCELED'), ('UNKNOWN', 'venue_expired', 'EXPIRED'),
    ('OPEN', 'venue_partial', 'PARTIALLY_FILLED'), ('OPEN', 'venue_filled', 'FILLED'), ('OPEN', 'venue_canceled', 'CANCELED'),
    ('OPEN', 'venue_expired', 'EXPIRED'),
    ('PARTIALLY_FILLED', 'venue_partial', 'PARTIALLY_FILLED'), ('PARTIALLY_FILLED', 'venue_filled', 'FILLED'),
    ('PARTIALLY_FILLED', 'venue_canceled', 'CANCELED'), ('PARTIALLY_FILLED', 'venue_expired', 'EXPIRED');

CREATE FUNCTION execution.is_final(state text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN state IN ('RISK_REJECTED', 'BLOCKED', 'EXPIRED_UNSENT', 'FILLED', 'REJECTED', 'CANCELED', 'EXPIRED', 'NOT_PLACED');

CREATE TABLE execution.orders (
    intent_id         text PRIMARY KEY CHECK (intent_id ~ '^[0-9a-f]{64}$'),
    client_order_id   text        NOT NULL UNIQUE,
    account           text        NOT NULL REFERENCES risk.accounts,
    venue             text        NOT NULL,
    symbol            text        NOT NULL,
    strategy          text        NOT NULL,
    strategy_version  text        NOT NULL,
    source_id         text        NOT NULL,
    decision_id       text,
    trade_id          text        NOT NULL,
    leg               int         NOT NULL,
    purpose           text        NOT NULL CHECK (purpose IN
                          ('ENTRY', 'STOP', 'TAKE_PROFIT_1', 'TAKE_PROFIT_2', 'CLOSE', 'FIRST_LEG', 'NEXT_LEG', 'UNWIND')),
    cause             text        NOT NULL,
    side              text        NOT NULL CHECK (side IN ('BUY', 'SELL')),
    type              text        NOT NULL CHECK (type IN ('MARKET', 'STOP_MARKET', 'TAKE_PROFIT_MARKET', 'LIMIT_IOC')),
    qty               numeric     NOT NULL CHECK (qty > 0),
    trigger_price     numeric CHECK (trigger_price > 0),
    limit_price       numeric CHECK (limit_price > 0),
    reduce_only       boolean     NOT NULL,
    -- On spot: what is traded for what. Both or neither.
    base_asset        text,
    quote_asset       text,
    reference_price   numeric     NOT NULL CHECK (reference_price > 0),
    risk              numeric     NOT NULL CHECK (risk >= 0),
    bucket_start      timestamptz,
    plan              jsonb       NOT NULL,
    state             text        NOT NULL,
    version           bigint      NOT NULL,
    reason_code       text,
    reason            text,
    created_at        timestamptz NOT NULL,
    expires_at        timestamptz,
    claim_token       text,
    claimed_at        timestamptz,
    signed_at         timestamptz,
    venue_order_id    text,
    executing_order_id text,
    venue_filled_qty  numeric     NOT NULL DEFAULT 0,
    filled_qty        numeric     NOT NULL DEFAULT 0,
    filled_quote      numeric     NOT NULL DEFAULT 0,
    fees              numeric     NOT NULL DEFAULT 0,
    first_fill_at     timestamptz,
    acknowledged_at   timestamptz,
    unknown_since     timestamptz,
    quarantined_at    timestamptz,
    not_found_checks  int         NOT NULL DEFAULT 0,
    cancel_requested_at timestamptz,
    updated_at        timestamptz NOT NULL,
    ordinal           bigint GENERATED ALWAYS AS IDENTITY,
    CHECK ((type IN ('STOP_MARKET', 'TAKE_PROFIT_MARKET')) = (trigger_price IS NOT NULL)),
    CHECK ((type = 'LIMIT_IOC') = (limit_price IS NOT NULL)),
    -- The legs of a plan trade on spot, where no venue knows reduce-only.
    CHECK ((purpose IN ('FIRST_LEG', 'NEXT_LEG', 'UNWIND')) = (base_asset IS NOT NULL AND quote_asset IS NOT NULL)),
    CHECK (purpose IN ('ENTRY', 'FIRST_LEG', 'NEXT_LEG', 'UNWIND') OR reduce_only)
);
CREATE UNIQUE INDEX one_entry_per_bucket ON execution.orders (account, strategy, symbol, bucket_start) WHERE purpose = 'ENTRY';
CREATE INDEX orders_not_final ON execution.orders (account, symbol) WHERE NOT execution.is_final(state);
CREATE INDEX orders_by_trade ON execution.orders (trade_id);
CREATE INDEX orders_by_time ON execution.orders (created_at DESC, intent_id);

CREATE TABLE execution.order_events (
    intent_id   text        NOT NULL REFERENCES execution.orders,
    version     bigint      NOT NULL,
    trigger     text        NOT NULL,
    from_state  text        NOT NULL,
    to_state    text        NOT NULL,
    at          timestamptz NOT NULL,
    source      text        NOT NULL,
    detail      text,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (intent_id, version)
);

CREATE TABLE execution.fills (
    account          text        NOT NULL,
    venue            text        NOT NULL,
    symbol           text        NOT NULL,
    venue_trade_id   text        NOT NULL,
    intent_id        text        NOT NULL REFERENCES execution.orders,
    venue_order_id   text        NOT NULL,
    side             text        NOT NULL,
    price            numeric     NOT NULL CHECK (price > 0),
    qty              numeric     NOT NULL CHECK (qty > 0),
    fee              numeric     NOT NULL,
    fee_asset        text        NOT NULL,
    maker            boolean     NOT NULL,
    filled_at        timestamptz NOT NULL,
    source           text        NOT NULL,
    ordinal          bigint GENERATED ALWAYS AS IDENTITY,
    PRIMARY KEY (account, venue, symbol, venue_trade_id)
);
CREATE INDEX fills_by_intent ON execution.fills (intent_id);
-- The order in which fills were booked; positions are folded in it.
CREATE INDEX fills_as_booked ON execution.fills (account, symbol, ordinal);

-- A round trip: opened by an entry's fills, closed by its exits'.
CREATE TABLE execution.trades (
    trade_id        text PRIMARY KEY,
    account         text        NOT NULL,
    venue           text        NOT NULL,
    symbol          text        NOT NULL,
    strategy        text        NOT NULL,
    strategy_version text       NOT NULL,
    direction       text        NOT NULL CHECK (direction IN ('LONG', 'SHORT')),
    tier            text        NOT NULL,
    score           int         NOT NULL,
    decision_id     text,
    plan            jsonb       NOT NULL,
    signal_price    numeric     NOT NULL,
    atr_at_entry    numeric     NOT NULL,
    stop_distance   numeric     NOT NULL CHECK (stop_distance > 0),
    opened_at       timestamptz NOT NULL,
    closed_at       timestamptz,
    qty_opened      numeric     NOT NULL DEFAULT 0,
    cost_opened     numeric     NOT NULL DEFAULT 0,
    qty_closed      numeric     NOT NULL DEFAULT 0,
    proceeds_closed numeric     NOT NULL DEFAULT 0,
    fees            numeric     NOT NULL DEFAULT 0,
    sl_price        numeric,
    tp1_price       numeric,
    tp2_price       numeric,
    tp1_hit         boolean     NOT NULL DEFAULT false,
    status          text        NOT NULL CHECK (status IN ('active', 'tp1', 'tp2', 'sl', 'timeout', 'closed')),
    exit_reason     text,
    pnl             numeric,
    pnl_r           numeric,
    first_fill_at   timestamptz NOT NULL,
    protected_at    timestamptz,
    signal_at       timestamptz NOT NULL,
    ordered_at      timestamptz NOT NULL
);
CREATE INDEX trades_active ON execution.trades (account, symbol) WHERE closed_at IS NULL;
CREATE INDEX trades_by_time ON execution.trades (opened_at DESC, trade_id);

-- A fold over fills. cost is what the open quantity cost, signed like the quantity; entry price = cost / qty.
CREATE TABLE portfolio.positions (
    account       text        NOT NULL,
    venue         text        NOT NULL,
    symbol        text        NOT NULL,
    qty           numeric     NOT NULL DEFAULT 0,
    cost          numeric     NOT NULL DEFAULT 0,
    realised_pnl  numeric     NOT NULL DEFAULT 0,
    fees          numeric     NOT NULL DEFAULT 0,
    fills         bigint      NOT NULL DEFAULT 0,
    as_of         timestamptz NOT NULL,
    PRIMARY KEY (account, venue, symbol),
    CHECK (qty <> 0 OR cost = 0)
);

-- The reconciler's own fold of the same fills, up to the last one it has compared with the position.
CREATE TABLE portfolio.position_checks (
    account       text        NOT NULL,
    venue         text        NOT NULL,
    symbol        text        NOT NULL,
    qty           numeric     NOT NULL,
    cost          numeric     NOT NULL,
    realised_pnl  numeric     NOT NULL,
    fees          numeric     NOT NULL,
    fills         bigint      NOT NULL,
    last_ordinal  bigint      NOT NULL,
    checked_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account, venue, symbol)
);

CREATE TABLE portfolio.balances (
    account  text        NOT NULL,
    asset    text        NOT NULL,
    amount   numeric     NOT NULL,
    as_of    timestamptz NOT NULL,
    PRIMARY KEY (account, asset)
);

CREATE TABLE portfolio.ledger (
    account    text        NOT NULL,
    asset      text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('deposit', 'realised_pnl', 'fee', 'funding', 'transfer')),
    reference  text        NOT NULL,
    amount     numeric     NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (account, kind, reference)
);
CREATE INDEX ledger_by_time ON portfolio.ledger (account, at);

-- Who did what, per account, each row hashed with the one before it.
CREATE TABLE ops.audit (
    account    text        NOT NULL,
    seq        bigint      NOT NULL,
    at         timestamptz NOT NULL,
    actor      text        NOT NULL,
    action     text        NOT NULL,
    subject    text        NOT NULL,
    detail     text        NOT NULL,
    prev_hash  text        NOT NULL,
    hash       text        NOT NULL,
    PRIMARY KEY (account, seq)
);
CREATE TABLE ops.audit_heads (
    account  text PRIMARY KEY,
    seq      bigint NOT NULL,
    hash     text   NOT NULL
);

-- What each part of the desk says of itself.
CREATE TABLE ops.component_status (
    component  text PRIMARY KEY,
    status     jsonb       NOT NULL,
    as_of      timestamptz NOT NULL DEFAULT now()
);

-- One row per time the desk ran; without an end it crashed.
CREATE TABLE ops.sessions (
    session_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    started_at    timestamptz NOT NULL DEFAULT now(),
    healthy_at    timestamptz,
    heartbeat_at  timestamptz NOT NULL DEFAULT now(),
    ended_at      timestamptz,
    state         text        NOT NULL CHECK (state IN ('RECOVERING', 'HEALTHY', 'ENDED')),
    previous_end  text CHECK (previous_end IN ('clean', 'crash')),
    detail        jsonb       NOT NULL DEFAULT '{}'
);

-- Answers of writes, kept under their Idempotency-Key.
CREATE TABLE ops.idempotency_keys (
    idempotency_key  text PRIMARY KEY CHECK (length(idempotency_key) BETWEEN 1 AND 64),
    request_hash     text        NOT NULL,
    status           int,
    body             text,
    created_at       timestamptz NOT NULL DEFAULT now()
);

-- Records a consumer could not read, kept whole.
CREATE TABLE ops.dead_letters (
    stream           text        NOT NULL,
    sequence_number  text        NOT NULL,
    consumer         text        NOT NULL,
    reason           text        NOT NULL,
    payload          bytea       NOT NULL,
    at               timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (stream, sequence_number, consumer)
);
