/**
 * Orders from intent to final state: identities derived by hash, the one declared table of the life cycle, and outcomes
 * with three answers (yes, no, don't know).
 */
@NullMarked
package dev.sextant.domain.order;

import org.jspecify.annotations.NullMarked;
