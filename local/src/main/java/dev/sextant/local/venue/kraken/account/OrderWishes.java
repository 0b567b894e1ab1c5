package dev.sextant.local.venue.kraken.account;

import dev.sextant.domain.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads an order's fields, which REST and the socket name differently and mean the same by. */
public final class OrderWishes {

    private static final Pattern CLIENT_ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32}|[\\x21-\\x7e]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,20}(\\.[0-9]{0,20})?([eE]-?[0-9]{1,2})?");
    private static final long LONGEST_LIFE_MS = 60_000;

    private final Listing listing;

    public OrderWishes(Listing listing) {
        this.listing = listing;
    }

    /**
     * The fields as text, empty for those that were left out.
     *
     * @param type only {@code limit} is taken
     * @param timeInForce {@code gtc} or {@code ioc} in either case, {@code gtc} when left out
     * @param deadline RFC 3339
     */
    public record Fields(
            String pair,
            String type,
            String side,
            String quantity,
            String limit,
            String timeInForce,
            String clientOrderId,
            boolean feeInBase,
            String deadline) {}

    /** Refuses fields this venue doesn't know: an order without what it asks for is another order. */
    public static void requireKnown(Collection<String> given, Set<String> known) {
        for (String name : given) {
            require(known.contains(name), name);
        }
    }

    /** The order, or a refusal in the venue's words. */
    public OrderWish read(Fields fields, long nowMs) {
        Pair pair = listing.pair(fields.pair());
        require(fields.type().equals("limit"), "ordertype");
        BigDecimal quantity = amount(fields.quantity(), "volume");
        require(isMultiple(quantity, pair.step()), "volume");
        BigDecimal limit = amount(fields.limit(), "price");
        if (!isMultiple(limit, pair.tick())) {
            throw new Refusal("EOrder:Tick size check failed");
        }
        if (quantity.compareTo(pair.quantityMin()) < 0) {
            throw new Refusal("EOrder:Order minimum not met");
        }
        if (quantity.multiply(limit).compareTo(pair.costMin()) < 0) {
            throw new Refusal("EOrder:Cost minimum not met");
        }
        String id = fields.clientOrderId();
        require(id.isEmpty() || CLIENT_ID.matcher(id).matches(), "cl_ord_id");
        return new OrderWish(
                pair,
                id,
                side(fields.side()),
                quantity,
                limit,
                immediate(fields.timeInForce()),
                fields.feeInBase(),
                deadline(fields.deadline(), nowMs));
    }

    private static boolean isMultiple(BigDecimal amount, BigDecimal of) {
        return amount.remainder(of).signum() == 0;
    }

    private static Side side(String word) {
        return switch (word) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw Refusal.argument("type");
        };
    }

    private static boolean immediate(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "", "gtc" -> false;
            case "ioc" -> true;
            default -> throw Refusal.argument("timeinforce");
        };
    }

    private static OptionalLong deadline(String text, long nowMs) {
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            long atMs = Instant.parse(text).toEpochMilli();
            require(atMs <= nowMs + LONGEST_LIFE_MS, "deadline");
            return OptionalLong.of(atMs);
        } catch (DateTimeParseException e) {
            throw Refusal.argument("deadline");
        }
    }

    /** More than 0, without zeros at the end. */
    private static BigDecimal amount(String text, String name) {
        require(DECIMAL.matcher(text).matches(), name);
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        require(value.signum() > 0, name);
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private static void require(boolean right, String name) {
        if (!right) {
            throw Refusal.argument(name);
        }
    }
}
