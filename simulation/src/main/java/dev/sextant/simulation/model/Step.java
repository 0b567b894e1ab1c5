package dev.sextant.simulation.model;

/** Everything that can happen. A fault may happen; all else does happen sooner or later when nothing prevents it. */
enum Step {
    TAKE("% takes the record from the queue"),
    REDELIVER(true, "the queue delivers the record again"),
    SWEEP("the outbox sweep puts the approved intent into the queue again"),
    STAMP("% reads the venue's time"),
    NO_TIME(true, "% can't read the venue's time and lets go"),
    NOT_APPROVED("% sees that the order must not be claimed and lets go"),
    CLAIM_GRANTED("% claims the order: granted"),
    CLAIM_GRANTED_AGAIN("% claims again with the same token: granted already"),
    CLAIM_GRANTED_UNHEARD(true, "% claims the order: granted, but the answer is lost"),
    CLAIM_DENIED("% claims the order: denied"),
    CLAIM_DENIED_UNHEARD(true, "% claims the order: denied, but the answer is lost"),
    CLAIM_FAILED(true, "% claims the order: the store fails before the commit"),
    CLAIM_GIVEN_UP(true, "% gives up claiming"),
    SEND("% sends the order"),
    ABANDON(true, "% has waited too long since it read the time and sends nothing"),
    HEAR("% gets the venue's answer"),
    ANSWER_LOST(true, "%'s answer is lost: it times out"),
    NO_ANSWER("% times out; there is nothing to wait for"),
    REPORT("% reports what it knows"),
    REPORT_WITHOUT_FILLS(true, "% reports what it knows; the fills could not be read yet"),
    REPORT_UNHEARD(true, "% reports what it knows; committed, but the answer is lost"),
    REPORT_FAILED(true, "%'s report fails before the commit"),
    CRASH(true, "% crashes"),

    REQUEST_LOST(true, "the request is lost on its way"),
    ARRIVE("the request reaches the venue within the receive window"),
    TOO_LATE("the request reaches the venue after the receive window: refused"),
    ACCEPT_RESTING("the venue accepts the order; it rests"),
    ACCEPT_FILLED("the venue accepts the order and fills it"),
    REJECT("the venue rejects the order"),
    DUPLICATE("the venue refuses the request: an open order has this client id"),
    FILL("the venue fills one unit"),
    CANCEL("the resting order is canceled"),
    EXPIRE("the resting order expires at the venue"),
    FORGET(true, "the venue's queries forget the order"),
    REMEMBER("the venue's queries show the order again"),

    PASS("the reconciler reads the order and the time"),
    LOOK_FOUND("the reconciler looks the order up: found"),
    LOOK_NOT_FOUND("the reconciler looks the order up: not found"),
    LOOK_UNANSWERED(true, "the reconciler looks the order up: no answer"),
    COUNT("the reconciler counts the \"not found\""),
    COUNT_UNHEARD(true, "the reconciler counts the \"not found\"; committed, but the answer is lost"),
    COUNT_FAILED(true, "the reconciler counts the \"not found\"; the store fails before the commit"),
    OPEN_AFTER_ALL("the reconciler finds it among the open orders"),
    POSITION_DIFFERS("the reconciler sees a position that differs and believes nothing"),
    AGREED("the reconciler sees that open orders and position agree"),
    BOOK("the reconciler reports what it knows"),
    BOOK_WITHOUT_FILLS(true, "the reconciler reports what it knows; the trade list lags behind"),
    BOOK_UNHEARD(true, "the reconciler reports what it knows; committed, but the answer is lost"),
    BOOK_FAILED(true, "the reconciler's report fails before the commit"),
    RECONCILER_CRASH(true, "the reconciler crashes"),

    KILL(true, "the kill switch is thrown"),
    TIME("time passes");

    private final boolean fault;
    private final String words;

    Step(String words) {
        this(false, words);
    }

    Step(boolean fault, String words) {
        this.fault = fault;
        this.words = words;
    }

    boolean fault() {
        return fault;
    }

    /** @param who 1 or 2 for placer A or B, 0 for nobody */
    String words(int who) {
        return words.replace("%", who == 2 ? "placer B" : "placer A");
    }
}
