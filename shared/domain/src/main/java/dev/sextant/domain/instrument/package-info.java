/** What can be traded and the venue's rules for orders in it. */
@NullMarked
package dev.sextant.domain.instrument;

import org.jspecify.annotations.NullMarked;
