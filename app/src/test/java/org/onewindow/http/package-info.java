@NullMarked
package org.onewindow.http;

import org.jspecify.annotations.NullMarked;
