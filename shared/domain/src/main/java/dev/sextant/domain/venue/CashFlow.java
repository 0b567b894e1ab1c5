package dev.sextant.domain.venue;

import java.math.BigDecimal;

/** Money that came to the account or left it without being the profit or the fee of an execution. */
public sealed interface CashFlow permits FundingPayment, LiquidationFee, Transfer {

    /** The venue's id. */
    String id();

    /** Positive when received. */
    BigDecimal amount();

    String asset();

    /** The venue's time, epoch milliseconds. */
    long atMs();
}
