/** REST endpoints of supervision and its stream of events. */
@NullMarked
package org.onewindow.supervision.web;

import org.jspecify.annotations.NullMarked;
