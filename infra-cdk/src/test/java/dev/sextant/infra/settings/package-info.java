/** What settings are taken, and how wrong ones are told. */
@NullMarked
package dev.sextant.infra.settings;

import org.jspecify.annotations.NullMarked;
