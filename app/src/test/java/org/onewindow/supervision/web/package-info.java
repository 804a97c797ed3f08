@NullMarked
package org.onewindow.supervision.web;

import org.jspecify.annotations.NullMarked;
