/** What trading means, without any technology: values, market facts, orders, risk and ledger. Depends on the JDK alone. */
@NullMarked
package dev.sextant.domain;

import org.jspecify.annotations.NullMarked;
