/** The order protocol on the real database: transcripts of what the functions answer. */
@NullMarked
package dev.sextant.local.orders;

import org.jspecify.annotations.NullMarked;
