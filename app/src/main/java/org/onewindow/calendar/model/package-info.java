/**
 * Pure calendar arithmetic: an edition is an immutable value with constant-time look-ups (T1-T3).
 */
@NullMarked
package org.onewindow.calendar.model;

import org.jspecify.annotations.NullMarked;
