@NullMarked
package org.onewindow.parties;

import org.jspecify.annotations.NullMarked;
