package dev.sextant.domain.venue;

import java.math.BigDecimal;

/**
 * Money that was moved into the account or out of it: a deposit, a withdrawal, a bonus, an exchange of one asset for
 * another, anything that is no result of trading.
 *
 * @param kind the venue's word for it, one that nobody here knows included
 * @param id unique among the account's flows of that kind in that asset
 * @param amount positive when it came in
 * @param atMs the venue's time, epoch milliseconds
 */
public record Transfer(String kind, String id, BigDecimal amount, String asset, long atMs) implements CashFlow {}
