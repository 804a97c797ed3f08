/** Scenarios of single cases. */
@NullMarked
package org.onewindow.cases;

import org.jspecify.annotations.NullMarked;
