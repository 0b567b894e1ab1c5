/** What people reach: the dashboard and the API behind one address. */
@NullMarked
package dev.sextant.infra.web;

import org.jspecify.annotations.NullMarked;
