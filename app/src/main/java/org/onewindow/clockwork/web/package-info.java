/** The simulation's clock over HTTP. */
@NullMarked
package org.onewindow.clockwork.web;

import org.jspecify.annotations.NullMarked;
