package dev.sextant.infra.alarm;

import dev.sextant.infra.desk.FunctionSpec;

/** What the reconciler finds, and that it looks at all. */
final class TradingAlarms {

    private static final String RECONCILER = FunctionSpec.RECONCILER.module();

    private final Rules rules;

    TradingAlarms(Rules rules) {
        this.rules = rules;
    }

    void add() {
        rules.silent(
                found("OrdersUnsettled").times(1),
                3,
                "reconciler-silent",
                "Nobody has compared the desk with the exchange for three minutes. Stops rest at the exchange; look at the"
                        + " reconciler's log and at its schedule.");
        rules.atLeast(
                1,
                found("OrdersUnsettled").most(1),
                2,
                "orders-unknown",
                "An order's outcome has been unknown for over a minute. Its risk stays reserved; look it up at the"
                        + " exchange by its client order id.");
        rules.atLeast(
                1,
                found("PositionMismatches").most(1),
                2,
                "position-mismatch",
                "The exchange holds another position than the desk has booked. The symbol takes no entries; compare"
                        + " fills, nothing is traded to make it fit.");
        rules.atLeast(
                1,
                found("BookErrors").most(1),
                "books-wrong",
                "What is stored of positions, balances or trades is not what the fills add up to. Stop entries; the"
                        + " reconciler's status names the figure.");
        rules.atLeast(
                1,
                found("Strangers").sum(1),
                "strangers",
                "There is an order at the exchange that the desk did not place, or thought not placed. Somebody else has"
                        + " the key, or traded by hand.");
        rules.atLeast(
                1,
                found("Unreadable").sum(1),
                5,
                "exchange-unreadable",
                "For five minutes the exchange has not answered what the reconciler asked. Entries are blocked by age.");
        rules.atLeast(
                1,
                found("ForcedOrders").sum(1),
                "position-taken-over",
                "The exchange closes a position itself: liquidation, deleveraging or delisting. The symbol is blocked;"
                        + " compare margin and position before anybody unblocks it.");
        rules.atLeast(
                1,
                found("MarginCalls").sum(1),
                "margin-call",
                "The exchange warns that positions may be liquidated. Their symbols take no entries; add margin or reduce"
                        + " by hand.");
        rules.atLeast(
                1,
                found("ListenKeyFailures").sum(1),
                5,
                "private-stream-keyless",
                "For five minutes the exchange gave no key for the account's private stream. Fills come by REST, within a"
                        + " minute; entries are blocked once the stream is silent.");
        rules.atLeast(
                1,
                found("AuditBroken").sum(1),
                "audit-broken",
                "The audit log is not what was written: somebody changed, removed or reordered rows in the database. Stop"
                        + " entries, keep a copy of the database, and run sextant audit verify --against an earlier export.");
        rules.atLeast(
                1,
                found("KeyRefused").most(1),
                "key-can-withdraw",
                "The reconciler's key can move money out of the account. Every symbol is blocked; make a key without that"
                        + " right, and look who gave it to this one.");
        rules.atLeast(
                1,
                found("AccountUnfit").most(1),
                "account-unfit",
                "The account at the exchange is not set up as the desk relies on: position mode, asset mode, margin, clock,"
                        + " money or key. Every symbol is blocked and no strategy starts; the checks of the desk's health"
                        + " say what is wrong.");
        rules.atLeast(
                1,
                found("KeyUnread").most(1),
                60,
                "key-rights-unread",
                "For an hour the exchange has not told what the key may do. Entries stop two days after the last good"
                        + " answer, or at once when there never was one.");
        rules.atLeast(
                1,
                placed("ModeRefusals").sum(1),
                "wrong-mode",
                "The database says that the account is of another mode than this desk. Nothing is sent for it, stops"
                        + " included; somebody has mixed two desks up.");
        rules.atLeast(
                1,
                placed("OrdersUnknown").sum(1),
                "placement-unanswered",
                "A placement got no clear answer. It is asked for each second and never sent again.");
        rules.atLeast(
                1,
                placed("HoldAlerts").sum(1),
                "held-long",
                "A trade is open for longer than it is meant to be. Its stop rests at the exchange, and it is closed by the"
                        + " clock; look why neither target was reached.");
        rules.atLeast(
                1,
                placed("EntriesBarred").most(1),
                5,
                "entries-barred",
                "For five minutes the guard has let no entry pass. GET /risk says why; exits go on.");
        new GuardAlarms(rules).add();
    }

    static Measure placed(String what) {
        return Measure.desk(FunctionSpec.ORDER_PLACER.module(), what);
    }

    private static Measure found(String what) {
        return Measure.desk(RECONCILER, what);
    }
}
