/** The audit log: who did what, each row hashed with the one before it, so that nothing can be changed unseen. */
@NullMarked
package dev.sextant.domain.audit;

import org.jspecify.annotations.NullMarked;
