/** The scripts that run where no Java does, run by Node.js. */
@NullMarked
package dev.sextant.infra.web;

import org.jspecify.annotations.NullMarked;
