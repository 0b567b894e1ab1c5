/** Times and numbers as recordings write them. */
@NullMarked
package dev.sextant.recordings.row;

import org.jspecify.annotations.NullMarked;
