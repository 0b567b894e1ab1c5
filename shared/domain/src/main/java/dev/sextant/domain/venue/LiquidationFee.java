package dev.sextant.domain.venue;

import java.math.BigDecimal;

/**
 * What the venue's insurance fund took for a liquidation, beside the fee of its executions.
 *
 * @param kind the venue's word for it
 * @param id unique among the account's flows of that kind
 * @param amount negative when paid
 * @param atMs the venue's time, epoch milliseconds
 */
public record LiquidationFee(String kind, String id, BigDecimal amount, String asset, long atMs) implements CashFlow {}
