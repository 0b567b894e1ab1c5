/** What each check of the doctor says, one by one. */
@NullMarked
package dev.sextant.local.doctor;

import org.jspecify.annotations.NullMarked;
