/** Who is told when something needs a human. Each alarm says what it means and what to do first. */
@NullMarked
package dev.sextant.infra.alarm;

import org.jspecify.annotations.NullMarked;
