/** Tests of this package. */
@NullMarked
package dev.sextant.recordings.book;

import org.jspecify.annotations.NullMarked;
