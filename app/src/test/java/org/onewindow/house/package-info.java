/** The house's own rules, over all classes, messages and templates. */
@NullMarked
package org.onewindow.house;

import org.jspecify.annotations.NullMarked;
