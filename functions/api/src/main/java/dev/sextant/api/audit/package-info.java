/** The audit log, to look at and to verify elsewhere. */
@NullMarked
package dev.sextant.api.audit;

import org.jspecify.annotations.NullMarked;
