package dev.sextant.local.web;

import dev.sextant.domain.event.Account;
import dev.sextant.platform.setup.AccountTerms;
import dev.sextant.platform.setup.SqlAccounts;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A small day of a desk, written through the same SQL functions that the desk itself uses: a signal, its order, the
 * fill, the stop, the take profit. All of it happens in replayed time, around 23:55 UTC on 8 August 2024.
 */
public final class Story {

    /** The account of the triangles. */
    static final String TRIANGLES = "paper-main-kraken";

    static final String ENTRY = "e".repeat(64);
    static final String STOP = "5".repeat(64);
    static final String TARGET = "7".repeat(64);
    static final String TAKEN = "d1".repeat(32);
    static final String NOT_TAKEN = "d0".repeat(32);

    private final SqlClient sql;

    public Story(SqlClient sql) {
        this.sql = sql;
    }

    /** The desk is up: an account with 10,000, a strategy, a market, and parts that report. */
    public Story deskIsUp() {
        sql.update(
                Sql.of(
                        "INSERT INTO ops.sessions (state, previous_end, healthy_at) VALUES ('HEALTHY', 'clean', now() + interval '1.5 s')"));
        status("desk", "{'mode':'paper','account':'paper-main','version':'0.1.0'}");
        status("synthetic_inputs", "['mark_price','funding_rate']");
        status("clock", "{'offset_ms':-3,'measured_at':'2024-08-08T23:57:59.000Z','state':'OK'}");
        status("ingest", """
                {'feeds':[{'symbol':'BTCUSDT','state':'LIVE','last_agg_id':108,'last_trade_at':'2024-08-08T23:57:46.000Z',
                'age_ms':120,'trades':8,'frames':2,'frame_bytes_per_trade':9.1,'gaps':1,'duplicates':0,'malformed':0,
                'reconnects':0}],'checks':[{'name':'venue_positions','ok':true,'detail':'agree'}]}""");
        status("pollers", """
                {'consumers':[{'name':'signal-scorer','stream':'market','lag_ms':4,'records':1,'errors':0,
                'last_at':'2024-08-08T23:57:59.000Z'}]}""");
        replayStandsAt("2024-08-08T23:58:00.000Z");
        sql.update(
                Sql.of("INSERT INTO risk.control VALUES ('paper-main', 'none', NULL, 'desk', ops.ts(1723161000000))"));
        sql.update(Sql.of("""
                INSERT INTO risk.accounts (account, mode, currency, risk_per_trade, max_positions, max_symbol_notional,
                    max_total_notional, max_orders_per_minute, max_daily_loss_r, max_consecutive_losses, loss_pause_ms,
                    max_data_age_ms, start_balance)
                VALUES ('paper-main', 'paper', 'USDT', 20, 2, 5000, 8000, 10, 5, 4, 3600000, 600000, 10000)"""));
        sql.call(Sql.of(
                "SELECT portfolio.book('paper-main', 'USDT', 'deposit', 'start', 10000, ops.ts(1723161000000))::text"));
        sql.update(Sql.of("""
                INSERT INTO market.instruments VALUES
                ('BINANCE', 'BTCUSDT', 'BTC', 'USDT', true, 0.1, 0.001, 0.001, 1000, 100, 1, ops.ts(1723161000000))"""));
        sql.update(Sql.of("""
                INSERT INTO strategy.strategies VALUES ('demo_fast', '1.0', 'demo_fast@1.0#1f0c9a2e', 'stream',
                '{"name":"demo_fast","symbols":["BTCUSDT"],"threshold":75}', 'RUNNING', NULL, ops.ts(1723161000000))"""));
        return this;
    }

    /** Triangles are traded beside it, with an account of their own whose last reconciliation found more at the venue. */
    public Story triangles() {
        new SqlAccounts(sql)
                .ensure(new AccountTerms(
                        new Account(TRIANGLES),
                        "paper",
                        "USD",
                        BigDecimal.valueOf(5),
                        1,
                        BigDecimal.valueOf(1_000),
                        BigDecimal.valueOf(1_000),
                        60,
                        BigDecimal.valueOf(3),
                        Optional.of(new Account("paper-main"))));
        sql.update(Sql.of("""
                insert into ops.component_status (component, status) values ('reconciler-spot', jsonb_build_object('account', :account,
                    'clean', false, 'position_mismatches', '[{"symbol":"USD","desk":"1000","venue":"1500"}]'::jsonb,
                    'book_errors', '[]'::jsonb, 'unreadable', '[]'::jsonb))""").with("account", TRIANGLES));
        return this;
    }

    /** Somebody sells by hand at the venue. */
    Story somebodyTradedByHand() {
        json(Sql.of("SELECT ops.note_external_order(:p::jsonb)::text"), """
                {'account':'paper-main','symbol':'BTCUSDT','venue_order_id':'8886774','client_order_id':'web_abc',
                'kind':'external','status':'PARTIALLY_FILLED','filled':'0.020','at_ms':1723161420000}""");
        return this;
    }

    /** Two minutes of trades, eight buckets, a gap that was filled and one funding reading. */
    Story marketTraded() {
        for (int i = 0; i < 8; i++) {
            long start = 1_723_161_300_000L + i * 15_000L;
            json(
                    Sql.of("SELECT market.store_bucket(:p::jsonb, 'test')::text"),
                    "{'symbol':'BTCUSDT','start':" + start + ",'first':" + (101 + i) + ",'last':" + (101 + i)
                            + ",'trades':1,'open':'6180" + i + ".5','high':'6181" + i + ".5','low':'6179" + i
                            + ".5','close':'6180" + (i + 1) + ".5','buy':'0.5','sell':'0.25','notional':'46350.1',"
                            + "'sizes':'1:1','complete':" + (i != 5) + ",'closed_by':'TRADE','hash':'h" + i + "'}");
        }
        sql.update(Sql.of("""
                insert into market.segments
                    (symbol, hour_at, object_key, trades, first_agg_id, last_agg_id, bytes, sha256, archived_at)
                values ('BTCUSDT', ops.ts(1723154400000), 'trades/BTCUSDT/2024/08/BTCUSDT-aggTrades-2024-08-08T22-000000000000.csv.gz',
                    71, 900, 970, 1234, repeat('0', 64), ops.ts(1723158300000))"""));
        json(Sql.of("SELECT market.store_trades('BTCUSDT', :p::jsonb, 1723161480000, 1)"), trades());
        sql.update(Sql.of("""
                INSERT INTO market.gaps VALUES ('BTCUSDT', 50, 60, ops.ts(1723161400000), ops.ts(1723161401000))"""));
        sql.call(Sql.of("""
                SELECT market.store_reading('BTCUSDT', 'funding_rate', ops.ts(1723161300000),
                ops.ts(1723161300000), '{"rate":"0.000100","mark_price":"61810.10","index_price":"61809",
                "next_funding_ms":"1723190400000"}', true)::text"""));
        sql.call(Sql.of("""
                SELECT market.store_reading('BTCUSDT', 'funding_rate', ops.ts(1723132790000),
                ops.ts(1723132790000), '{"rate":"-0.000020","mark_price":"61500.10","index_price":"61499",
                "next_funding_ms":"1723132800000"}', false)::text"""));
        json(
                Sql.of("SELECT market.store_liquidation(:p::jsonb)::text"),
                "{'symbol':'BTCUSDT','position':'LONG','price':'61790.5','qty':'0.5','filled_at_ms':1723161310000,"
                        + "'synthetic':true}");
        return this;
    }

    /** Two decisions of one strategy: the first stays below its threshold, the second fires. */
    Story signalWasRaised() {
        sql.call(Sql.of("SELECT strategy.record_bucket(:i::jsonb, :d::jsonb, :s::jsonb)::text")
                .withJson(
                        "i",
                        quoted(
                                "[{'symbol':'BTCUSDT','at_ms':1723161315000,'cvd_fast':'12.30','cvd_mid':'-3','cvd_24h':'4',"
                                        + "'cvd_day':'4','vwap_30m':61800.25,'buy_vol_1m':'1.5','sell_vol_1m':'0.75',"
                                        + "'price':'61801.50','covered':1}]"))
                .withJson(
                        "d",
                        quoted("[" + decision(NOT_TAKEN, 1_723_161_300_000L, 68, false, "score_below_threshold") + ","
                                + decision(TAKEN, 1_723_161_315_000L, 80, true, "fired") + "]"))
                .withJson(
                        "s",
                        quoted("[{'signal_id':'sig1','account':'paper-main','strategy':'demo_fast','strategy_version':"
                                + "'demo_fast@1.0#1f0c9a2e','symbol':'BTCUSDT','direction':'LONG','bucket_start_ms':"
                                + "1723161315000,'score':80,'tier':'light','price':'61802.5','decided_at_ms':1723161330000,"
                                + "'expires_at_ms':1723161360000}]")));
        return this;
    }

    Story entryWasApproved() {
        json(Sql.of("SELECT execution.reserve(:p::jsonb)::text"), order(ENTRY, "ENTRY", "BUY", "MARKET", null, "sig1"));
        return this;
    }

    Story entryWasSent() {
        claim(ENTRY, 1_723_161_331_250L);
        return this;
    }

    Story entryWasFilled() {
        report(ENTRY, "venue_filled", 1_723_161_331_400L, fill("t1", "BUY", "61810.1", "0.012", "0.37"));
        return this;
    }

    /** Stop and target rest at the venue. */
    Story exitsRest() {
        for (String id : new String[] {STOP, TARGET}) {
            boolean stop = id.equals(STOP);
            json(
                    Sql.of("SELECT execution.reserve(:p::jsonb)::text"),
                    order(
                            id,
                            stop ? "STOP" : "TAKE_PROFIT_1",
                            "SELL",
                            stop ? "STOP_MARKET" : "TAKE_PROFIT_MARKET",
                            stop ? "61610.1" : "62110.1",
                            "fill:t1"));
            claim(id, 1_723_161_331_500L);
            report(id, "venue_open", stop ? 1_723_161_331_900L : 1_723_161_332_100L, "[]");
        }
        return this;
    }

    /** The venue takes funding for the open position. */
    Story fundingWasPaid() {
        return moneyMoved(
                "{'kind':'funding','venue':'BINANCE','subject':'BTCUSDT','id':'1','amount':'-0.05','asset':'USDT',"
                        + "'at_ms':1723161360000}");
    }

    /** Cash flows are read and booked. */
    Story moneyMoved(String... flows) {
        json(
                Sql.of("SELECT portfolio.book_cash_flows('paper-main', :p::jsonb, ops.ts(1723161400000))::text"),
                "[" + String.join(",", flows) + "]");
        return this;
    }

    /** The target fills, the stop is canceled: the round trip is over. */
    Story targetWasHit() {
        report(TARGET, "venue_filled", 1_723_161_400_000L, fill("t2", "SELL", "62110.1", "0.012", "0.38"));
        report(STOP, "venue_canceled", 1_723_161_400_100L, "[]");
        return this;
    }

    void replayStandsAt(String iso) {
        status(
                "replay",
                "{'capture':'usdm-btcusdt-20240808','state':'PLAYING','speed':'1','position_at':'" + iso
                        + "','first_at':'2024-08-08T23:45:00.000Z','last_at':'2024-08-09T00:15:00.000Z','message':null}");
    }

    void status(String component, String json) {
        sql.update(Sql.of("""
                INSERT INTO ops.component_status (component, status) VALUES (:component, :status::jsonb)
                ON CONFLICT (component) DO UPDATE SET status = excluded.status, as_of = now()""").with("component", component).withJson("status", quoted(json)));
    }

    private void claim(String id, long atMs) {
        json(
                Sql.of("SELECT execution.claim(:p::jsonb)::text"),
                "{'intent_id':'" + id + "','token':'once','now_ms':" + atMs + ",'signed_at_ms':" + atMs
                        + ",'clock_ahead_ms':0,'source':'order-placer'}");
    }

    private void report(String id, String trigger, long atMs, String fills) {
        json(
                Sql.of("SELECT execution.report(:p::jsonb)::text"),
                "{'intent_id':'" + id + "','trigger':'" + trigger + "','at_ms':" + atMs
                        + ",'source':'order-placer','venue_order_id':'9001','fills':" + fills + "}");
    }

    private void json(Sql statement, String json) {
        sql.callOne(statement.withJson("p", quoted(json)));
    }

    private static String order(
            String id, String purpose, String side, String type, @Nullable String trigger, String cause) {
        boolean entry = purpose.equals("ENTRY");
        return "{'intent_id':'" + id + "','client_order_id':'sx" + id.substring(0, 8)
                + "','account':'paper-main','venue':"
                + "'BINANCE','symbol':'BTCUSDT','strategy':'demo_fast','strategy_version':'demo_fast@1.0#1f0c9a2e',"
                + "'source_id':'sig1','decision_id':'" + TAKEN + "','trade_id':'" + ENTRY + "','leg':0,'purpose':'"
                + purpose
                + "','cause':'" + cause + "','side':'" + side + "','type':'" + type + "','qty':'0.012','trigger_price':"
                + (trigger == null ? "null" : "'" + trigger + "'") + ",'reduce_only':" + !entry
                + ",'reference_price':'61802.5','risk':'10','bucket_start_ms':1723161315000,'expires_at_ms':"
                + (entry ? "1723161360000" : "null") + ",'now_ms':" + (entry ? 1_723_161_331_000L : 1_723_161_331_450L)
                + ",'source':'risk-check','plan':{'direction':'LONG','tier':'light','score':80,'signal_price':'61802.5',"
                + "'atr':'80.25','stop_distance':'200','decided_at_ms':1723161330000}}";
    }

    private static String fill(String id, String side, String price, String qty, String fee) {
        return "[{'trade_id':'" + id + "','venue_order_id':'9001','side':'" + side + "','price':'" + price + "','qty':'"
                + qty
                + "','fee':'" + fee + "','fee_asset':'USDT','maker':false,'at_ms':"
                + (id.equals("t1") ? 1_723_161_331_400L : 1_723_161_400_000L) + "}]";
    }

    private static String decision(String id, long bucket, int score, boolean taken, String gate) {
        return "{'decision_id':'" + id
                + "','strategy':'demo_fast','strategy_version':'demo_fast@1.0#1f0c9a2e','symbol':"
                + "'BTCUSDT','bucket_start_ms':" + bucket + ",'decided_at_ms':" + (bucket + 15_000)
                + ",'price':'61802.5',"
                + "'score':" + score + ",'threshold':75,'long_score':" + score
                + ",'short_score':12,'direction':'LONG','taken':"
                + taken
                + ",'gate':{'code':'" + gate + "','text':'score " + score + " of 75','missing_points':"
                + (taken ? 0 : 7)
                + "},'factors':[{'name':'cvd','category':'direction','weight':30,'points':21.4,'value':0.71,'input':"
                + "'cvd_fast 12.3 BTC','input_id':null,'input_age_ms':0,'missing':false,'synthetic':false},"
                + "{'name':'funding_rate','category':'funding_rate','weight':5,'points':2.5,'value':0.5,'input':"
                + "'funding rate +1 bps','input_id':'BTCUSDT/funding_rate/1723161300000','input_age_ms':15000,"
                + "'missing':false,'synthetic':true}],'indicators':{'cvd_fast':'12.3'},"
                + "'covered':{'windows':1,'fast':true,'mid':false,'day':false,'atr':true},'signal_id':"
                + (taken ? "'sig1'" : "null") + "}";
    }

    private static String trades() {
        StringBuilder trades = new StringBuilder("[");
        for (int i = 0; i < 8; i++) {
            trades.append(i == 0 ? "" : ",")
                    .append("{'a':")
                    .append(101 + i)
                    .append(",'t':")
                    .append(1_723_161_301_000L + i * 15_000L)
                    .append(",'p':'6180")
                    .append(i + 1)
                    .append(".50','q':'0.750','m':")
                    .append(i % 2 == 0)
                    .append(",'f':")
                    .append(1001 + i)
                    .append(",'l':")
                    .append(1001 + i)
                    .append('}');
        }
        return trades.append(']').toString();
    }

    private static String quoted(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
