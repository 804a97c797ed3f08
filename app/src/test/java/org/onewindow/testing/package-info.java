/** What tests of every module share. */
@NullMarked
package org.onewindow.testing;

import org.jspecify.annotations.NullMarked;
