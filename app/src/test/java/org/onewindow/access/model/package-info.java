@NullMarked
package org.onewindow.access.model;

import org.jspecify.annotations.NullMarked;
