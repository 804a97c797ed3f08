/** What follows by itself: members opened when those before them have ended, deemed acceptance, warnings. */
@NullMarked
package org.onewindow.joint.work;

import org.jspecify.annotations.NullMarked;
