@NullMarked
package org.onewindow.timelimit.web;

import org.jspecify.annotations.NullMarked;
