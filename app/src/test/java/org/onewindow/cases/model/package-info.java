/** The rules of a case, each test named after its rule. */
@NullMarked
package org.onewindow.cases.model;

import org.jspecify.annotations.NullMarked;
