package dev.sextant.local.scenario;

import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.faults.FrameFault;
import dev.sextant.local.venue.faults.ObservedFrame;
import dev.sextant.local.venue.faults.ObservedRequest;
import dev.sextant.local.venue.faults.RequestFault;
import dev.sextant.venues.sim.order.OrderView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** What goes wrong at the venue, written down before it happens; and what was asked of it. */
final class ScriptedFaults implements Faults {

    static final String PLACE = "POST /fapi/v1/order";
    static final String QUERY = "GET /fapi/v1/order";
    static final String CANCEL_STOP = "DELETE /fapi/v1/algoOrder";
    static final String PLACE_STOP = "POST /fapi/v1/algoOrder";

    private record Rule(Predicate<ObservedRequest> request, RequestFault fault, boolean lasts, Runnable meanwhile) {}

    private final List<Rule> rules = new ArrayList<>();
    private final List<ObservedRequest> asked = new ArrayList<>();
    private final List<ObservedFrame> frames = new ArrayList<>();
    private Predicate<ObservedFrame> stalled = frame -> false;
    private int hiddenQueries;
    private boolean cutNext;

    /** The next requests of a kind meet these faults, one each. */
    synchronized ScriptedFaults next(String request, RequestFault... faults) {
        Arrays.stream(faults).forEach(fault -> rules.add(new Rule(seen -> is(seen, request), fault, false, () -> {})));
        return this;
    }

    /** All orders that may add exposure meet this fault until {@link #clear}. */
    synchronized ScriptedFaults entriesMeet(RequestFault fault) {
        rules.add(new Rule(
                seen -> is(seen, PLACE) && !"true".equals(seen.parameters().get("reduceOnly")), fault, true, () -> {}));
        return this;
    }

    /** Something else happens at the venue just before the next request of a kind is handled. */
    synchronized ScriptedFaults before(String request, Runnable meanwhile) {
        rules.add(new Rule(seen -> is(seen, request), new RequestFault.None(), false, meanwhile));
        return this;
    }

    /** All requests of a kind ({@code *}: all) meet this fault until {@link #clear}. */
    synchronized ScriptedFaults always(String request, RequestFault fault) {
        rules.add(new Rule(seen -> is(seen, request), fault, true, () -> {}));
        return this;
    }

    /** The next so many times that an order is looked for, it isn't found. */
    synchronized ScriptedFaults hide(int queries) {
        hiddenQueries = queries;
        return this;
    }

    /** Frames of the private stream of this kind are not sent any more, pings are answered. */
    synchronized ScriptedFaults stall() {
        stalled = frame -> frame.stream().equals(ObservedFrame.USER_STREAM);
        return this;
    }

    /** The next frame of the private stream is not sent; its connection breaks without a handshake. */
    synchronized ScriptedFaults cut() {
        cutNext = true;
        return this;
    }

    synchronized void clear() {
        rules.clear();
        stalled = frame -> false;
        hiddenQueries = 0;
    }

    static RequestFault refuse(int status, int code, String text) {
        return new RequestFault.Refuse(status, error(code, text));
    }

    static RequestFault answerInstead(int status, int code, String text) {
        return new RequestFault.AnswerInstead(status, error(code, text));
    }

    static String error(int code, String text) {
        return "{\"code\":" + code + ",\"msg\":\"" + text + "\"}";
    }

    /** How often something was asked. */
    synchronized long asked(String request) {
        return asked.stream().filter(seen -> is(seen, request)).count();
    }

    synchronized long askedInAll() {
        return asked.size();
    }

    private static boolean is(ObservedRequest seen, String request) {
        return request.equals("*") || request.equals(seen.method() + " " + seen.path());
    }

    @Override
    public RequestFault onRequest(ObservedRequest request) {
        Rule found = null;
        synchronized (this) {
            asked.add(request);
            for (Iterator<Rule> all = rules.iterator(); found == null && all.hasNext(); ) {
                Rule rule = all.next();
                if (rule.request().test(request)) {
                    found = rule;
                    if (!rule.lasts()) {
                        all.remove();
                    }
                }
            }
        }
        if (found == null) {
            return new RequestFault.None();
        }
        found.meanwhile().run();
        return found.fault();
    }

    @Override
    public synchronized FrameFault onFrame(ObservedFrame frame) {
        frames.add(frame);
        if (cutNext && frame.stream().equals(ObservedFrame.USER_STREAM)) {
            cutNext = false;
            return FrameFault.CUT;
        }
        return stalled.test(frame) ? FrameFault.DROP : FrameFault.NONE;
    }

    /** Frames of the private stream that were to be sent. */
    synchronized List<ObservedFrame> privateFrames() {
        return frames.stream()
                .filter(frame -> frame.stream().equals(ObservedFrame.USER_STREAM))
                .toList();
    }

    @Override
    public synchronized boolean isHidden(OrderView order, long ageMs) {
        return hiddenQueries > 0 && hiddenQueries-- > 0;
    }
}
