/** Tests of the demonstration county. */
@NullMarked
package org.onewindow.demonstration;

import org.jspecify.annotations.NullMarked;
