/**
 * The calendars over HTTP: the public list of days, and the import of years and business hours.
 */
@NullMarked
package org.onewindow.calendar.web;

import org.jspecify.annotations.NullMarked;
