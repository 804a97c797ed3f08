@NullMarked
package org.onewindow.manage;

import org.jspecify.annotations.NullMarked;
