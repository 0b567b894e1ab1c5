package dev.sextant.domain.venue;

import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;

/**
 * Funding that the venue paid to the account or took from it.
 *
 * @param id the venue's id of the payment, unique among the account's fundings
 * @param amount positive when received
 * @param atMs the venue's time, epoch milliseconds
 */
public record FundingPayment(Symbol symbol, String id, BigDecimal amount, String asset, long atMs)
        implements CashFlow {}
