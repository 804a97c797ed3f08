/** Pure rules of one case: state, commands, events, decide, evolve. Java and lower modules' values only. */
@NullMarked
package org.onewindow.cases.model;

import org.jspecify.annotations.NullMarked;
