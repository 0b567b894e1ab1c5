-- What a person may order: the kill switch in three levels, a pause, and the way back.
CREATE FUNCTION risk.kill_rank(level text) RETURNS int
LANGUAGE sql IMMUTABLE RETURN array_position(ARRAY['none', 'entries', 'cancel', 'flatten'], level);

-- The kill switch that is in force for an account: its own or that of the account it follows, whichever stops more.
CREATE FUNCTION risk.switch_of(for_account text) RETURNS risk.control
LANGUAGE plpgsql STABLE AS $$ -- not SQL, which PostgreSQL 17 plans anew at each call; so are others that each order asks
BEGIN
    RETURN (SELECT c FROM risk.control c WHERE c.account = for_account
            OR c.account = (SELECT follows FROM risk.accounts WHERE account = for_account)
        ORDER BY risk.kill_rank(c.kill_level) DESC, c.account = for_account DESC LIMIT 1);
END $$;

-- Why open trades are to be closed now, as the first word of the close's cause, or NULL.
CREATE FUNCTION risk.close_demand(for_account text) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN (risk.switch_of(for_account)).kill_level = 'flatten' THEN 'kill' WHEN r.halted THEN 'halted' END
    FROM risk.accounts r WHERE r.account = for_account
$$;

-- Whether entries that rest at the venue are to be cancelled.
CREATE FUNCTION risk.cancels_entries(for_account text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT coalesce(risk.kill_rank((risk.switch_of(for_account)).kill_level) >= 3, true)
$$;

-- Why an account does not count as reconciled since a moment, or NULL.
CREATE FUNCTION risk.reconciled_refusal(for_account text, since timestamptz) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN at IS NULL OR at < since THEN
            jsonb_build_object('result', 'not_reconciled', 'text', 'the account was last reconciled '
                || coalesce('at ' || ops.iso(at), 'never') || ', expected after ' || ops.iso(since) || '; it is each minute')
        WHEN NOT clean THEN
            jsonb_build_object('result', 'not_clean', 'text', 'the reconciler found differences at ' || ops.iso(at) || '; they come first')
        END
    FROM (VALUES (1)) one LEFT JOIN (
        SELECT ops.ts((status->>'market_time_ms')::bigint) AS at, (status->>'clean')::boolean AS clean
        FROM ops.component_status WHERE component IN ('reconciler', 'reconciler-spot') AND status->>'account' = for_account) last ON true
$$;

-- Whether the reconciler is to look again how the account is set up at the venue: never on paper, each 10 minutes, and with each
-- pass until it was found fit.
CREATE FUNCTION risk.examination_due(for_account text, now_at timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce((SELECT mode FROM risk.accounts WHERE account = for_account), 'paper') <> 'paper'
       AND NOT EXISTS (SELECT 1 FROM ops.component_status WHERE component IN ('account', 'account-spot') AND status->>'account' = for_account
                       AND (status->>'passed')::boolean
                       AND ops.ts((status->>'market_time_ms')::bigint) > now_at - interval '10 minutes')
$$;

-- Why a strategy may not start with real money, or NULL: the account must be reconciled, and found fit at the venue, lately.
CREATE FUNCTION risk.live_refusal(for_account text, now_at timestamptz) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT coalesce(risk.reconciled_refusal(for_account, now_at - interval '3 minutes'), CASE
        WHEN at IS NULL OR at < now_at - interval '15 minutes' THEN
            jsonb_build_object('result', 'not_examined', 'text', 'how the account is set up at the venue was last looked at '
                || coalesce('at ' || ops.iso(at), 'never') || ', expected in the last 15 minutes; the reconciler does it')
        WHEN NOT passed THEN
            jsonb_build_object('result', 'not_fit', 'text', 'the account at the venue: ' || wrong)
        END)
    FROM (VALUES (1)) one LEFT JOIN (
        SELECT ops.ts((status->>'market_time_ms')::bigint) AS at, (status->>'passed')::boolean AS passed,
            (SELECT string_agg(c->>'detail', '; ') FROM jsonb_array_elements(status->'checks') c WHERE NOT (c->>'ok')::boolean) AS wrong
        FROM ops.component_status WHERE component IN ('account', 'account-spot') AND status->>'account' = for_account) last ON true
$$;

-- The venue refuses the account, its key or the address it sends from: no entry until a person resumes, whose reconciliation shows
-- that the venue answers again. The first word stands; each further refusal asks for a later reconciliation.
CREATE FUNCTION risk.halt_by_venue(for_account text, said text, happened timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    r risk.accounts;
BEGIN
    SELECT * INTO r FROM risk.accounts WHERE account = for_account FOR UPDATE;
    IF r.venue_halt IS NULL THEN
        PERFORM ops.append_audit(for_account, happened, 'venue', 'venue_halted', for_account, said);
    END IF;
    UPDATE risk.accounts SET venue_halt = coalesce(venue_halt, said), venue_halted_at = greatest(venue_halted_at, happened),
        stops = stops + CASE WHEN venue_halt IS NULL THEN 1 ELSE 0 END
    WHERE account = for_account;
END $$;

-- What stands in the way of a resume, or NULL. What is being closed must be closed, and the reconciler must have found this
-- account clean since the last command and since the result or the refusal that halted it.
CREATE FUNCTION risk.resume_refusal(c risk.control, r risk.accounts, now_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    session_state text;
    still_open bigint;
BEGIN
    SELECT state INTO session_state FROM ops.sessions ORDER BY session_id DESC LIMIT 1;
    SELECT count(*) INTO still_open FROM execution.open_trades WHERE account = c.account AND qty_open > 0;
    RETURN CASE
        WHEN session_state IS DISTINCT FROM 'HEALTHY' THEN
            jsonb_build_object('result', 'recovering', 'text', 'the desk is ' || coalesce(session_state, 'not started') || ', expected HEALTHY')
        WHEN (c.kill_level = 'flatten' OR r.halted) AND still_open > 0 THEN
            jsonb_build_object('result', 'still_closing', 'text', still_open || ' trades are still being closed')
        WHEN EXISTS (SELECT 1 FROM ops.component_status
                     WHERE component = 'reconciler' AND status->>'account' = c.account AND as_of < c.written_at) THEN
            jsonb_build_object('result', 'not_reconciled', 'text', 'the account was last reconciled before the last command; it is each minute')
        ELSE risk.reconciled_refusal(c.account, greatest(c.changed_at, CASE WHEN r.halted THEN r.halted_at END,
            CASE WHEN r.venue_halt IS NOT NULL THEN r.venue_halted_at END, now_at - interval '3 minutes'))
    END;
END $$;

-- Carries out {"do": kill | pause | resume, "level", "minutes", "version", "reason", "by"}. A kill is never lowered and a pause never
-- shortened but by a resume. A resume may name the version of control_json that it was decided on, and is refused when entries were
-- stopped once more since. Answers {"result": changed | same | a refusal, "text"}.
CREATE FUNCTION risk.command(for_account text, p jsonb, by_actor text, happened timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    c risk.control;
    r risk.accounts;
    refusal jsonb;
    until_at timestamptz := happened + make_interval(mins => (p->>'minutes')::int);
BEGIN
    SELECT * INTO c FROM risk.control WHERE account = for_account FOR UPDATE;
    SELECT * INTO r FROM risk.accounts WHERE account = for_account FOR UPDATE;
    IF c.account IS NULL OR r.account IS NULL THEN
        RETURN jsonb_build_object('result', 'unknown_account', 'text', 'account ' || for_account || ' is not configured');
    END IF;
    CASE p->>'do'
    WHEN 'kill' THEN
        IF risk.kill_rank(p->>'level') <= risk.kill_rank(c.kill_level) THEN
            RETURN jsonb_build_object('result', 'same', 'text', 'the kill switch is at ' || c.kill_level || ' already; resume lowers it');
        END IF;
        UPDATE risk.control SET kill_level = p->>'level', reason = p->>'reason', changed_by = by_actor, changed_at = happened,
            version = version + 1, written_at = now() WHERE account = for_account;
        PERFORM ops.append_audit(for_account, happened, by_actor, 'killed', p->>'level', p->>'reason');
    WHEN 'pause' THEN
        IF r.paused_until >= until_at THEN
            RETURN jsonb_build_object('result', 'same', 'text', 'paused until ' || ops.iso(r.paused_until) || ' already');
        END IF;
        UPDATE risk.accounts SET paused_until = until_at, pause_reason = 'paused by ' || by_actor || ': ' || (p->>'reason'), stops = stops + 1
        WHERE account = for_account;
        PERFORM ops.append_audit(for_account, happened, by_actor, 'paused', ops.iso(until_at), p->>'reason');
    WHEN 'resume' THEN
        IF c.kill_level = 'none' AND NOT r.halted AND r.venue_halt IS NULL AND coalesce(r.paused_until <= happened, true) THEN
            RETURN jsonb_build_object('result', 'same', 'text', 'nothing is killed, halted or paused');
        END IF;
        IF (p->>'version')::bigint <> c.version + r.stops THEN
            RETURN jsonb_build_object('result', 'stale_version', 'text', 'what stops entries is at version ' || (c.version + r.stops)
                || ', not ' || (p->>'version') || ': ' || concat_ws(', ', 'kill switch at ' || nullif(c.kill_level, 'none'),
                CASE WHEN r.halted THEN r.halt_reason END, 'refused by the venue: ' || r.venue_halt, CASE WHEN r.paused_until > happened THEN r.pause_reason END) || '; look at it again');
        END IF;
        refusal := risk.resume_refusal(c, r, happened);
        IF refusal IS NOT NULL THEN
            RETURN refusal;
        END IF;
        UPDATE risk.control SET kill_level = 'none', reason = p->>'reason', changed_by = p->>'by', changed_at = happened,
            version = version + 1, written_at = now() WHERE account = for_account;
        UPDATE risk.accounts SET paused_until = NULL, pause_reason = NULL, halted = false, halt_reason = NULL, venue_halt = NULL
        WHERE account = for_account;
        PERFORM ops.append_audit(for_account, happened, p->>'by', 'resumed', concat_ws(', ',
            nullif(c.kill_level, 'none'), CASE WHEN r.halted THEN 'halted' END,
            CASE WHEN r.venue_halt IS NOT NULL THEN 'venue_halted' END, CASE WHEN r.paused_until > happened THEN 'paused' END), p->>'reason');
    END CASE;
    RETURN jsonb_build_object('result', 'changed', 'text', p->>'do' || ' done');
END $$;

-- Why nobody enters, in one object.
CREATE FUNCTION risk.control_json(for_account text) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('account', c.account, 'kill_level', c.kill_level, 'reason', c.reason, 'changed_by', c.changed_by,
        'changed_at', ops.iso(c.changed_at), 'version', c.version + r.stops,
        'paused_until', CASE WHEN r.paused_until > ops.market_time() THEN ops.iso(r.paused_until) END,
        'pause_reason', CASE WHEN r.paused_until > ops.market_time() THEN r.pause_reason END,
        'halt_reason', CASE WHEN r.halted THEN coalesce(r.halt_reason, 'halted') END, 'venue_halt', r.venue_halt,
        'as_of', ops.iso(ops.market_time()))
    FROM risk.control c JOIN risk.accounts r ON r.account = c.account WHERE c.account = for_account
$$;

-- A command under an Idempotency-Key. Answers as ops.earlier_answer, or a refusal of the command.
CREATE FUNCTION risk.command_once(key text, hash text, for_account text, p jsonb, by_actor text) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    earlier constant jsonb := ops.earlier_answer(key, hash);
    outcome jsonb;
BEGIN
    IF earlier IS NOT NULL THEN
        RETURN earlier;
    END IF;
    outcome := risk.command(for_account, p, by_actor, ops.market_time());
    IF outcome->>'result' NOT IN ('changed', 'same') THEN
        RETURN outcome;
    END IF;
    RETURN ops.keep_answer(key, hash, (risk.control_json(for_account) || outcome)::text);
END $$;

ALTER FUNCTION risk.command(text, jsonb, text, timestamptz) SECURITY DEFINER SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION risk.command_once(text, text, text, jsonb, text) SECURITY DEFINER SET search_path = pg_catalog, pg_temp;
REVOKE EXECUTE ON FUNCTION risk.command(text, jsonb, text, timestamptz), risk.command_once(text, text, text, jsonb, text),
    risk.halt_by_venue(text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION risk.command_once(text, text, text, jsonb, text) TO sextant_api;
