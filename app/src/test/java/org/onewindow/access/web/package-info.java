@NullMarked
package org.onewindow.access.web;

import org.jspecify.annotations.NullMarked;
