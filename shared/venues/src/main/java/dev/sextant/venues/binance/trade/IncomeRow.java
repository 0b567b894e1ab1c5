package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.venue.CashFlow;
import dev.sextant.domain.venue.FundingPayment;
import dev.sextant.domain.venue.LiquidationFee;
import dev.sextant.domain.venue.Transfer;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A row of the account's income.
 *
 * @param flow empty where the row is the result of an execution, which is booked from the execution itself
 */
record IncomeRow(Key key, long atMs, Optional<CashFlow> flow) {

    /** Two rows of one key are copies. An id is unique within its type; an exchange of assets may tell both sides under one. */
    record Key(String type, String id, String asset) {}

    private static final Pattern NAME = Pattern.compile("[^/\\s]{1,60}");

    static IncomeRow of(JsonNode row) throws MalformedAnswerException {
        Key key = new Key(name(row, "incomeType"), Long.toString(VenueJson.whole(row, "tranId")), name(row, "asset"));
        long atMs = VenueJson.whole(row, "time");
        return new IncomeRow(key, atMs, flow(row, key, VenueJson.decimal(row, "income"), atMs));
    }

    /** Every type that is not listed here is money that was moved, also one that the venue invents tomorrow. */
    private static Optional<CashFlow> flow(JsonNode row, Key key, BigDecimal amount, long atMs)
            throws MalformedAnswerException {
        return switch (key.type()) {
            // The last, misspelt by the venue, is what a position won or lost in its settlement, by executions.
            case "REALIZED_PNL", "COMMISSION", "DELIVERED_SETTELMENT" -> Optional.empty();
            case "FUNDING_FEE" ->
                Optional.of(new FundingPayment(VenueJson.symbol(row), key.id(), amount, key.asset(), atMs));
            case "INSURANCE_CLEAR" -> Optional.of(new LiquidationFee(key.type(), key.id(), amount, key.asset(), atMs));
            default -> Optional.of(new Transfer(key.type(), key.id(), amount, key.asset(), atMs));
        };
    }

    /** It becomes part of a reference, whose parts are told apart by slashes. */
    private static String name(JsonNode row, String field) throws MalformedAnswerException {
        String text = VenueJson.text(row, field);
        if (!NAME.matcher(text).matches()) {
            throw VenueJson.wrong(field, row.path(field), "1 to 60 characters without space or slash");
        }
        return text;
    }
}
