@NullMarked
package org.onewindow.postgres;

import org.jspecify.annotations.NullMarked;
