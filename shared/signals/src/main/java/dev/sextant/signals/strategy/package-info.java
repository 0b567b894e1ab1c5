/**
 * Strategy files: external JSON that is read, checked for sense, and versioned by its content. Tuning needs no code.
 */
@NullMarked
package dev.sextant.signals.strategy;

import org.jspecify.annotations.NullMarked;
