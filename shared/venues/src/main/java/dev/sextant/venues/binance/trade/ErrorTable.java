package dev.sextant.venues.binance.trade;

import static dev.sextant.venues.binance.trade.Verdict.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The futures error codes as one declared table. Only what is listed here is definite: for a placement any other code
 * means that the order may exist.
 */
final class ErrorTable {

    /**
     * @param codes single codes and inclusive ranges, separated by blanks
     * @param write for a placement or another change
     * @param read for a question or a cancel, both safe to repeat
     */
    private record Row(String codes, Verdict write, Verdict read) {}

    private record Verdicts(Verdict write, Verdict read) {}

    private static final List<Row> ROWS = List.of(
            // The venue itself doesn't know, or answers under load without saying whether it acted.
            new Row("-1000 -1001 -1006 -1007 -1008", UNKNOWN, RETRY_SAFE),
            // Key, permission, signature or account: nothing will work until somebody looks.
            new Row("-1002 -1022 -1099 -2014 -2015 -2017 -2023 -4109", HALT, HALT),
            // Too many requests or orders, a service closing, or a price band that may open again.
            new Row("-1003 -1015 -1016 -4131", RETRY_SAFE, RETRY_SAFE),
            // Outside the time window, at the gateway or at the engine.
            new Row("-1021 -5028", RETRY_SAFE, RETRY_SAFE),
            // Malformed parameter, precision, symbol, type, side.
            new Row("-1100..-1106 -1111 -1114..-1121 -1122 -1128 -1130 -1136", REJECTED, REJECTED),
            // Refused orders: balance, margin, trigger, reduce-only, limits.
            new Row("-2010 -2018..-2022 -2024..-2028", REJECTED, REJECTED),
            // Order filters, leverage, number of stops.
            new Row("-4000..-4007 -4013..-4016 -4023 -4024 -4028..-4031 -4045", REJECTED, REJECTED),
            // Settings that are already so; nothing a placement is answered with.
            new Row("-4046 -4059 -4171 -5027", OK, OK),
            // Settings blocked by orders, positions or modes; side and reduce-only conflicts.
            new Row("-4047 -4048 -4061 -4062 -4067 -4068 -4118 -4161 -4168 -4531", REJECTED, REJECTED),
            // The account or the symbol is restricted, mostly to reducing.
            new Row("-4087 -4088 -4105..-4107 -4140 -4141 -4189 -4192 -4400 -4401", REJECTED, REJECTED),
            // An order with our id is open: ours. Or a stop is just being triggered.
            new Row("-4116 -4117", UNKNOWN, RETRY_SAFE),
            // Wrong service, conditional parameters, minimum notional.
            new Row("-4120 -4135 -4137..-4139 -4142 -4164 -5029", REJECTED, REJECTED),
            // Time in force, post-only, amendments, price match, self-trade prevention.
            new Row("-5021 -5022 -5024..-5026 -5037..-5041 -5043", REJECTED, REJECTED),
            // Answers to questions and cancels; they prove nothing about a placement.
            new Row("-1125 -2011 -2013 -4165 -4166", UNKNOWN, REJECTED));

    private static final Map<Integer, Verdicts> BY_CODE = index();

    private ErrorTable() {}

    private static Map<Integer, Verdicts> index() {
        Map<Integer, Verdicts> byCode = new HashMap<>();
        for (Row row : ROWS) {
            for (String part : row.codes().split(" ", -1)) {
                String[] ends = part.split("\\.\\.", -1);
                for (int code = Integer.parseInt(ends[0]); code >= Integer.parseInt(ends[ends.length - 1]); code--) {
                    if (byCode.put(code, new Verdicts(row.write(), row.read())) != null) {
                        throw new AssertionError("the table declares " + code + " twice");
                    }
                }
            }
        }
        return Map.copyOf(byCode);
    }

    /** What an error says about the placement it answers. Never {@link Verdict#OK}. */
    static Verdict placement(VenueError error) {
        Verdicts verdicts = BY_CODE.get(error.code());
        if (verdicts == null || error.saysDuplicate() || verdicts.write() == OK) {
            return UNKNOWN;
        }
        return error.saysBanned() ? HALT : verdicts.write();
    }

    /** What an error says about a question or a cancel. An unlisted code ends the attempt: asking again can wait. */
    static Verdict repeatable(VenueError error) {
        Verdicts verdicts = BY_CODE.get(error.code());
        if (error.saysBanned()) {
            return HALT;
        }
        return verdicts == null ? REJECTED : verdicts.read();
    }

    /** Whether a placement that was refused with this code may succeed later: no room just then, or its sender was refused. */
    static boolean mayPass(int code) {
        Verdicts verdicts = BY_CODE.get(code);
        return verdicts != null && (verdicts.write() == RETRY_SAFE || verdicts.write() == HALT);
    }

    /** Every listed code. */
    static Set<Integer> codes() {
        return BY_CODE.keySet();
    }
}
