/*
 * The .chain language: the reference.
 *
 * A file is read line by line, and every line is a Python expression statement: NumPy's forward pass pastes in as it is.
 * Precedence is Python's. People also type mathematics: each sign below lists every form of it that is accepted.
 *
 * What the grammar does not say, because TokenReader does it between the lexer and the parser:
 *   - a line break within brackets is none; blank lines are dropped; the last line gets its NEWLINE if it had none;
 *   - brackets pair, lines start in the first column, nothing is nested deeper than 200.
 * What SyntaxBuilder does with the tree:
 *   - np. numpy. torch. nn. F. math. (and their nn. functional. linalg.) in front of a name are dropped;
 *   - x.sum(axis=0) becomes sum(x, axis=0), W.T, Wᵀ and W^T become transpose(W), x² becomes x ** 2, √(x) becomes sqrt(x),
 *     σ(z) becomes sigmoid(z), +x becomes x, a < b < c becomes a < b and b < c;
 *   - what stands on the left of "=" must be a name, and a line without "=" must be a call.
 * Every loop is (operator operand)*, never left recursion: a chain of 100,000 terms needs no deep stack.
 */
grammar Chain;

// ---- A file, and a lone expression (a watch, a breakpoint's condition, an answer) -----------------------------------

file       : (statement NEWLINE)* EOF ;
lone       : expression NEWLINE EOF ;

statement
    : IMPORT ~(NEWLINE | SEMICOLON)*                              # importing    // import numpy as np: read and ignored
    | expression (COMMA expression)* (ASSIGN expression)?         # line         // a = …   a, b = …   expect(…)
    ;

// ---- Expressions, loosest first --------------------------------------------------------------------------------------

expression  : conjunction (OR conjunction)* ;
conjunction : negation (AND negation)* ;
negation    : NOT negation | comparison ;
comparison  : sum ((LESS | GREATER | AT_MOST | AT_LEAST | EQUAL | UNEQUAL) sum)* ;
sum         : product ((PLUS | MINUS) product)* ;
product     : factor ((TIMES | CDOT | OVER | MATMUL) factor)* ;
factor      : (PLUS | MINUS) factor | power ;
power       : postfix (POWER factor)? ;                           // -x**2 is -(x**2); 2**3**2 is 2**(3**2); 2**-1

postfix     : atom trailer* ;
trailer
    : DOT NAME                                                    # member       // x.sum   W.T   np.exp
    | OPEN (argument (COMMA argument)* COMMA?)? CLOSE             # call         // f(x, axis=0)
    | LEFT item (COMMA item)* COMMA? RIGHT                        # index        // W[0, 1]   X[1:, ::2]   X[..., 0]
    | SUPERSCRIPT                                                 # raised       // x²
    | TRANSPOSED                                                  # transposed   // Wᵀ
    ;
argument    : expression (ASSIGN expression)? ;                   // the left of "=" is a name
item        : ELLIPSIS | expression slice? | slice ;
slice       : COLON expression? (COLON expression?)? ;

atom
    : NUMBER                                                      # number
    | FRACTION                                                    # fraction     // ½ is 1/2, exactly
    | NAME                                                        # name
    | TEXT+                                                       # text         // neighbours join, as in Python
    | (TRUE | FALSE | NONE)                                       # flag
    | ROOT OPEN expression CLOSE                                  # root         // √(x)
    | OPEN expression (COMMA (expression (COMMA expression)* COMMA?)?)? CLOSE   # grouped      // (x)   a tuple: (2, 3)   (2,)
    | LEFT (expression (COMMA expression)* COMMA?)? RIGHT         # list         // [a, b]
    ;

// ---- Words -----------------------------------------------------------------------------------------------------------

TRUE     : 'True' ;
FALSE    : 'False' ;
NONE     : 'None' ;
AND      : 'and' ;
OR       : 'or' ;
NOT      : 'not' ;
IMPORT   : 'import' | 'from' ;
// Python's other words: never names, each refused with its own advice.
KEYWORD  : 'as' | 'assert' | 'async' | 'await' | 'break' | 'class' | 'continue' | 'def' | 'del' | 'elif' | 'else' | 'except'
         | 'finally' | 'for' | 'global' | 'if' | 'in' | 'is' | 'lambda' | 'nonlocal' | 'pass' | 'raise' | 'return' | 'try'
         | 'while' | 'with' | 'yield' ;

// Exact decimals: 12  0.5  .5  5.  1e-3  1_000, and full-width digits.
NUMBER   : (DIGITS (POINT DIGITS?)? | POINT DIGITS) ([eE] [+\-−＋－]? DIGITS)? ;
FRACTION : [¼½¾⅐-⅞↉] ;
// Letters of any script, digits and _, with ∂E and the subscript digits of h₁; full-width letters mean the plain ones. Primes name
// the versions of a name given again, in a lone expression only: TokenReader refuses them in a file.
NAME     : (LETTER | [∂∇]) (LETTER | [\p{Nd}\p{M}₀-₉])* [′″‴⁗]* ;
// In either quote. A backslash escapes a quote or a backslash; before anything else it is itself, so that LaTeX pastes in.
TEXT     : '"' ('\\' ["\\] | ~["\r\n])* '"'  | '\'' ('\\' ['\\] | ~['\r\n])* '\'' | '“' ~[”\r\n]* '”' | '‘' ~[’\r\n]* '’'
         | '＂' ~[＂\r\n]* '＂' ;
UNCLOSED : '"' ('\\' ["\\] | ~["\r\n])* | '\'' ('\\' ['\\] | ~['\r\n])* | '“' ~[”\r\n]* | '‘' ~[’\r\n]* | '＂' ~[＂\r\n]* ;

fragment DIGITS : [0-9０-９] ('_'? [0-9０-９])* ;
fragment POINT  : [.．] ;
fragment LETTER : ~[\P{L}ᵀ] | [_＿] ;

// ---- Signs, each with the forms it may take ----------------------------------------------------------------------------

AUGMENTED : '+=' | '-=' | '*=' | '/=' | '@=' | '^=' | '%=' | '**=' | '//=' | ':=' ;      // refused, with advice
EQUAL     : [=＝] [=＝] ;
UNEQUAL   : [!！] [=＝] | '≠' ;
AT_MOST   : [<＜] [=＝] | '≤' | '⩽' ;
AT_LEAST  : [>＞] [=＝] | '≥' | '⩾' ;
LESS      : [<＜] ;
GREATER   : [>＞] ;
ASSIGN    : [=＝] ;
POWER     : '**' | '＊＊' | [＾^] ;
TIMES     : [*＊∗⊙] ;
CDOT      : [·⋅∙×] ;
OVER      : [/／÷] ;
MATMUL    : [@＠] ;
PLUS      : [+＋] ;
MINUS     : [\-－−–] ;
ROOT      : '√' ;
SUPERSCRIPT : '⁻'? [⁰¹²³⁴⁵⁶⁷⁸⁹]+ ;
TRANSPOSED  : 'ᵀ' ;
OPEN      : [(（] ;
CLOSE     : [)）] ;
LEFT      : '[' | '［' ;
RIGHT     : ']' | '］' ;
COMMA     : [,，] ;
COLON     : [:：] ;
ELLIPSIS  : POINT POINT POINT | '…' ;
DOT       : POINT ;
SEMICOLON : [;；] ;                                                                        // refused, with advice

// ---- What separates ----------------------------------------------------------------------------------------------------

NEWLINE   : '\r'? '\n' | '\r' ;
COMMENT   : [#＃] ~[\r\n]* -> skip ;
JOINED    : '\\' SPACE* NEWLINE -> skip ;                                                  // Python's backslash at a line's end
BLANK     : SPACE+ -> skip ;
UNKNOWN   : . ;                                                                            // refused, with advice

fragment SPACE : [ \t\f\u00A0\u1680\u2000-\u200B\u202F\u205F\u3000\uFEFF] ;
