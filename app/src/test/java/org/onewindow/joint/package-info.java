@NullMarked
package org.onewindow.joint;

import org.jspecify.annotations.NullMarked;
