/** Boosted trees over the confidence features, one a line; `readForest` says how they are written. Fitted by `scripts/eval/dev-support.ts fit`. */
export const answerForest = `
topShare:0.50605 missing:0.29855 answerCover:0.66675 -0.0358 0.0129 answerCover:0.58215 -0.0222 -0.0528 answerCover:0.97695 rareContext:0.45505 0.0003 0.042 topShare:0.71475 -0.0189 0.017
fittingNamed:0.47505 heading:0.24005 fittingNamed:0.39675 -0.0595 -0.0183 typedAbsent:0.70005 0.0181 -0.0177 topLexical:1.76405 neighbours:0.15005 -0.0487 0.0048 answerCover:0.50005 -0.0212 0.0354
margin:1.53345 headingPrecision:0.66675 untyped:0.00005 -0.0615 -0.0161 0.025 precision:0.22225 covered:0.37075 -0.0174 0.0179 searchedCover:0.18945 0.0025 0.0416
evidenceMean:0.53535 evidenceMean:0.45285 leastThing:0.30005 -0.0677 -0.028 score:7.53655 -0.0245 -0.0023 evidenceMean:0.70725 typeBest:0.52785 -0.0005 0.0233 fitting:1.00005 0.0073 0.041
evidenceCover:0.61705 evidenceCover:0.30005 context:0.74475 -0.0797 -0.0124 neighbours:0.25005 -0.0342 0.0113 chosenLength:5.16005 0.0516 nextLeastThing:0.95005 0.0328 0.0096
activityLack:0.00005 headingPrecision:0.20005 exists:0.00005 -0.0233 -0.0558 nowhereThing:0.35005 0.014 -0.0183 nowhereThing:0.35005 0.0374 -0.013
neighbours:0.29415 unitMargin:1.35885 rare:0.60085 -0.0536 -0.0005 topLexical:2.63005 -0.0043 0.0303 rare:0.21495 -0.0054 density:0.20335 0.0294 0.0027
fittingNamed:0.62005 permissionUnit:0.31155 samePage:4.00005 -0.0463 -0.0059 existsProduct:0.00005 0.0322 -0.0316 samePage:2.00005 words:6.00005 -0.0175 0.0013 neighbours:0.15005 0.0049 0.0437
score:7.15665 fewAbsent:0.00005 typedAbsent:0.00005 -0.0042 -0.0386 score:6.45455 -0.0654 -0.0178 typedAbsent:0.70005 searchedLexical:2.13215 -0.0069 0.0422 fewAbsent:0.00005 -0.0023 -0.0394
fittingPlaced:0.63335 fittingPlaced:0.33335 -0.0508 topCover:0.19775 -0.0269 0.0013 searchedCover:0.18945 -0.0104 density:0.22945 0.0415 0.0045
score:8.77455 activityLack:0.00005 nowhereKnown:0.70005 -0.0207 -0.0597 missing:0.50005 0.0274 -0.0298 fitting:1.00005 evidenceProduct:0.28655 -0.0262 0.0079 rareContext:0.56785 0.0143 0.0458
lowCover:0.00005 searchedLexical:2.13215 density:0.15435 -0.0272 0.0185 margin:1.53345 -0.0008 0.0344 margin:1.92935 -0.0634 typedProduct:0.00005 -0.016 0.0082
evidenceMean:0.56995 words:7.00005 evidenceMean:0.53535 -0.0456 -0.0121 own:0.65465 -0.034 0.0184 own:0.55005 words:7.00005 -0.0193 0.0015 own:0.94505 0.0216 0.0444
fittingPlaced:0.63335 fittingPlaced:0.30005 -0.0532 firstThing:0.40005 -0.0297 0.0077 neighbours:0.15005 fittingPlaced:0.95005 -0.0218 0.0151 passage:0.65005 0.0065 0.0414
searchedLexical:2.13215 permissionUnit:0.50005 exists:0.00005 -0.0213 -0.0481 0.0105 typeMissing:0.00005 meanThing:0.50005 -0.0059 0.0345 -0.0375
evidenceCover:0.57225 activityLack:0.00005 evidenceCover:0.30005 -0.0582 -0.0221 margin:1.53345 -0.0073 0.0277 topLexical:2.63005 topShare:0.41145 -0.0084 0.018 0.0411
evidenceProduct:0.12825 words:8.00005 typedNear:1.00005 -0.0461 -0.0196 evidenceProduct:0.01515 -0.0275 0.016 topLexical:2.28065 heading:0.31255 -0.0238 0.0237 chosenLength:5.77005 0.0388 0.0138
topCover:0.17865 exact:0.51225 rarestThing:0.30005 -0.0494 -0.012 0.0051 has_money:0.00005 neighbours:0.00005 -0.0089 0.0228 meanThingOwn:0.50005 -0.0076 -0.0283
fittingPlaced:0.66675 own:0.69975 permissionUnit:0.00005 -0.0494 -0.007 answerCover:0.97695 0.0101 -0.0471 chosenUnits:6.00005 neighbours:0.15005 0.0126 0.0352 density:0.11155 0.0228 -0.0106
evidenceCover:0.57225 chosenPassages:3.00005 evidenceCover:0.30005 -0.0418 0.0082 evidenceAbsent:0.70005 -0.0131 -0.0534 chosenPassages:2.00005 0.0361 evidenceAbsent:0.50005 -0.0071 0.0209
fittingPlaced:0.50005 margin:2.97905 neighbours:0.29415 -0.0453 -0.0143 fewAbsent:0.00005 0.0227 -0.0134 margin:1.53345 searchedSought:0.00005 0.008 -0.0225 typeBest:0.84295 0.0357 0.0084
evidenceCover:0.61705 evidenceCover:0.30005 -0.0439 rare:0.31305 -0.0177 -0.0006 typedAbsent:0.00005 0.0291 rarestThingOwn:0.40005 0.0205 -0.0058
searchedSentence:0.18315 -0.0354 searchedSentence:0.35815 words:6.00005 -0.021 0.014 strongest:0.95005 0.0268 0.0018
topShare:0.50605 answerCover:0.82985 topShare:0.26565 -0.046 -0.0079 answerCover:0.97695 0.0164 -0.0192 content:1.85005 chosenUnits:3.00005 0.0073 -0.0166 answerCover:0.50005 -0.0025 0.0311
margin:2.97905 fitting:3.00005 margin:1.27305 -0.0545 -0.0157 neighbours:0.25005 -0.0252 0.0185 searchLead:0.28105 -0.0072 neighbours:0.50635 0.0401 0.0077
evidenceMean:0.45285 activityLack:0.00005 evidenceMean:0.31625 -0.0568 -0.0177 unknown:0.07695 0.0176 -0.0207 asksPrice:0.00005 evidenceMean:0.66145 0.0041 0.0277 -0.0263
evidenceCover:0.61705 evidenceCover:0.30005 pairsAsked:0.00005 -0.0125 -0.0517 words:8.00005 -0.019 0.0076 fewAbsent:0.24505 typedProduct:0.43155 0.0315 -0.0028 -0.0184
searchedCover:0.18945 evidenceAbsent:0.60005 0.0049 words:8.00005 -0.0369 -0.0104 words:6.00005 evidenceAbsent:0.52505 0.0138 -0.0222 absentKnown:0.03505 -0.0013 0.0232
precision:0.22225 searchLead:0.59365 leastThing:0.30005 -0.0422 -0.0085 firstThing:0.50005 -0.0148 0.0116 score:7.15665 searchLead:0.37355 -0.0307 -0.0044 yesNo:0.00005 0.0094 0.0376
fewAbsent:0.24505 unitLength:12.00005 searchLead:0.28105 0.0083 0.0318 evidenceAbsent:0.60005 0.0131 -0.0113 meanThing:0.80005 unitLength:11.00005 -0.0076 -0.0381 content:1.85005 -0.0228 0.0173
fittingPlaced:0.30005 searchedSentence:0.41785 -0.0476 -0.009 topShare:0.23905 fittingPlaced:0.47505 -0.0051 -0.0309 heading:0.27035 0.0035 0.0257
evidenceMean:0.45285 heading:0.27035 elsewhere:0.10005 -0.0082 -0.0339 elsewhere:0.50005 -0.0141 0.0068 searchedLexical:2.03655 heading:0.36115 -0.0228 0.0135 searchedLexical:2.68785 0.0117 0.0362
margin:1.53345 permissionUnit:0.00005 topSentence:0.43035 -0.0367 -0.0062 topSentence:0.32095 -0.015 0.0229 topSentence:0.22615 -0.0032 rarestThingOwn:0.30005 0.0322 0.0105
existsAbsent:0.05005 context:0.30775 -0.0296 answerCover:0.97695 0.0142 -0.016 answerCover:0.71435 -0.0569 -0.0117
passage:0.65005 exists:0.00005 typedProduct:0.00005 0.0025 -0.0155 -0.0455 rare:0.72665 typedProduct:0.02075 0.0312 0.0082 typedProduct:0.00005 0.0047 -0.0077
firstThing:0.30005 absentKnown:0.60005 searchLead:0.48955 -0.0265 0.0192 -0.0493 typedAbsent:0.00005 absentKnown:0.41005 0.0226 -0.0093 absentKnown:0.05005 -0.0299 0.0106
activityLack:0.00005 rareContext:0.56785 topSentence:0.34315 -0.038 -0.0112 content:1.85005 -0.0165 0.009 rareContext:0.25855 -0.0228 rareContext:0.41445 0.0079 0.0392
evidenceCover:0.30005 -0.029 headingPrecision:0.25005 absentKnown:0.41005 0.0087 -0.0155 topShare:0.23905 -0.01 0.0261
searchedLexical:1.65115 words:6.00005 -0.0401 0.0017 margin:1.53345 margin:0.65255 0.0064 -0.0198 words:5.00005 0.0034 0.0256
evidenceMean:0.56995 density:0.11155 topCover:0.29505 -0.0183 0.013 untyped:0.00005 -0.043 -0.0032 asksPrice:0.00005 absentKnown:0.41005 0.0271 -0.0044 -0.0089
chosenPassages:3.00005 evidenceMean:0.45285 evidenceMean:0.28995 -0.0235 -0.0021 leastThing:0.90005 0.0274 0.0076 evidenceMean:0.53535 -0.0319 lastThing:0.90005 0.006 -0.0207
searchedLexical:2.13215 absentKnown:0.17505 unitMargin:0.38675 0.0264 -0.0143 topShare:0.50605 -0.0382 0.0038 fittingNamed:0.50005 absentKnown:0.03505 -0.0177 0.0098 topShare:0.37325 0.0011 0.0348
fewAbsent:0.24505 chosenPassages:3.00005 unit:0.25005 -0.006 0.0223 headingPrecision:0.20005 -0.0326 0.0028 searchedSought:0.00005 topSentence:0.36885 -0.0306 -0.0113 -0.0022
lowCover:0.00005 topSentence:0.26945 covered:0.21675 -0.0282 0.0062 samePage:2.00005 -0.0122 0.0241 samePage:4.00005 -0.0343 0.0043
stale:0.00005 existsProduct:0.00005 fittingPlaced:0.33335 -0.0141 0.0182 fittingPlaced:0.72505 -0.0392 -0.0003 -0.0429
evidenceCover:0.30005 margin:1.92935 -0.0294 -0.0102 margin:2.97905 permissionUnit:0.00005 -0.0117 0.0184 evidenceCover:0.61705 0.0031 0.0293
evidenceProduct:0.01515 searchLead:0.54915 -0.0325 -0.0077 searchLead:0.28105 searchedLexical:1.93375 -0.0246 -0.0006 words:6.00005 -0.0034 0.0228
fittingPlaced:0.47505 typedNear:3.00005 lowCover:0.00005 -0.0038 -0.0234 0.0031 score:5.98975 -0.0172 firstThing:0.85505 -0.0006 0.022
existsAbsent:0.05005 yesNo:0.00005 heading:0.24005 -0.0156 0.0132 meanThing:0.50005 0.0366 0.0139 answerCover:0.75005 -0.0407 -0.0005
own:0.69975 evidenceCover:0.30005 -0.0352 topSentence:0.36885 0.0024 -0.0171 nextLeastThing:0.95005 absentUnknown:0.50005 0.0159 0.0417 chosenLength:6.08005 0.013 -0.026
score:6.45455 answerCover:0.62965 -0.0358 -0.0013 content:2.70005 evidenceProduct:0.70685 -0.0156 0.0165 absentKnown:0.05005 -0.0003 0.0274
content:2.30005 chosenUnits:3.00005 0.0232 missing:0.45955 -0.0284 -0.0046 context:0.30775 -0.0216 rare:0.39525 0.0224 0.0023
pageMargin:2.91775 negation:0.00005 things:2.00005 -0.0281 -0.0078 unknown:0.00005 -0.0042 0.0177 exists:0.00005 evidenceProduct:0.02915 -0.0022 0.0197 -0.0193
nowhereKnown:0.70005 permissionUnit:0.31155 evidenceProduct:0.28655 -0.0141 0.0142 searchedSentence:0.33115 0.0129 0.0349 searchedSentence:0.35815 -0.0378 -0.0037
firstThing:0.85505 absentKnown:0.41005 absentKnown:0.03505 -0.0135 0.0135 -0.0291 firstThing:0.95005 absentKnown:0.17505 0.0054 0.0255 lowCover:0.00005 0.0061 -0.0238
margin:1.53345 words:4.00005 0.0055 margin:0.32905 -0.0014 -0.0247 words:6.00005 evidenceProduct:0.23975 -0.0285 0.0084 unknown:0.00005 0.0111 0.0345
existsProduct:0.00005 permissionUnit:0.00005 evidenceMean:0.56995 -0.0179 0.0145 0.0335 exact:0.50005 -0.047 0.0113
own:0.42315 -0.0344 exists:0.00005 fitting:3.00005 0.0017 0.0217 missingStrong:0.38335 0.0012 -0.037
chosenPassages:3.00005 passage:0.98155 exists:0.00005 0.0183 -0.0181 score:10.62935 -0.0207 -0.0012 score:7.15665 -0.0286 typeBest:0.36315 0.0106 -0.0254
activityLack:0.00005 stale:0.00005 exists:0.00005 0.0008 -0.0214 -0.0415 0.0246
asksPrice:0.00005 score:6.45455 elsewhere:0.95005 -0.0254 0.0027 elsewhere:0.50005 0.0014 0.0272 evidenceCover:0.50795 -0.0367 0.0037
activityLack:0.00005 evidenceProduct:0.70685 content:2.70005 -0.0305 -0.0028 content:1.70005 -0.0042 0.0237 pairsTogether:0.00005 0.0004 0.0293
existsProduct:0.00005 pageMargin:1.84285 permissionUnit:0.00005 -0.0246 0.016 fitting:1.00005 -0.0061 0.0234 permissionUnit:0.50005 -0.0353 -0.0067
chosenPassages:3.00005 absentUnknown:0.70005 typedCover:0.68705 -0.0045 0.0179 score:6.45455 0.0053 0.0297 precision:0.22225 typedCover:0.15005 -0.0332 -0.0045 pairsAsked:1.00005 0.0095 -0.0247
searchedLexical:1.65115 searchLead:0.23735 -0.0304 searchLead:0.48955 0.0064 -0.0121 untypedBest:0.00005 searchLead:0.28105 0.0021 0.0201 searchedLexical:2.68785 0.0087 -0.0336
pageMargin:1.84285 fewAbsent:0.24505 searchedSentence:0.20715 -0.0161 0.0048 absentUnknown:0.00005 -0.0099 -0.0357 fitting:1.00005 searchedSought:0.00005 -0.0218 0.0125 nowhereKnown:0.70005 0.0255 -0.0066
evidenceMean:0.18075 -0.0336 own:0.65465 permissionUnit:0.31155 -0.0172 0.0098 evidenceProduct:0.09945 0.0258 0.0027
samePage:2.00005 content:3.40005 content:1.70005 -0.0099 -0.032 0.006 existsProduct:0.00005 margin:1.92935 0.0009 0.0211 existsProduct:0.41375 -0.0237 -0.001
stale:0.00005 fitting:1.00005 rarestThing:0.50005 -0.0059 -0.0263 pageMargin:1.84285 -0.0053 0.0207 -0.0409
activityLack:0.00005 searchLead:0.59365 topShare:0.46295 -0.0287 -0.0056 leastThing:0.90005 0.0181 -0.0127 topShare:0.29785 0.0003 0.0342
stale:0.00005 pageMargin:2.91775 topSentence:0.26945 -0.0227 0.0034 margin:2.53755 0.0044 0.0207 -0.0404
searchedCover:0.20955 own:0.69975 margin:0.32905 0.0004 -0.0305 strongest:0.00005 0.0188 -0.0074 typedAbsent:0.70005 rare:0.72665 0.0201 0.0029 exact:0.58825 0.0088 -0.0293
margin:1.53345 topLexical:2.01795 absentUnknown:0.00005 0.0212 -0.0046 margin:0.65255 -0.0012 -0.0322 absentUnknown:0.00005 topLexical:2.36805 -0.0138 0.0063 topLexical:2.01795 0.0046 0.0272
own:0.55005 pageMargin:0.41325 0.0026 absentUnknown:0.25005 -0.0068 -0.0346 pairsAsked:0.00005 rare:0.80525 0.025 -0.008 own:0.94505 -0.0052 0.0135
stale:0.00005 exactContext:0.50005 exactContext:0.38105 -0.0023 -0.0199 asksPrice:0.00005 0.0155 -0.0153 -0.0366
stale:0.00005 activityLack:0.00005 fittingPlaced:0.00005 -0.0342 0.0053 firstThing:0.30005 0.0054 0.0272 -0.0456
typedAbsent:0.00005 absentKnown:0.41005 samePage:2.00005 0.0049 0.0272 existsProduct:0.00005 0.0019 -0.0399 absentKnown:0.03505 -0.0405 samePage:2.00005 -0.022 0.0091
stale:0.00005 searchedSentence:0.25455 permissionUnit:0.00005 -0.0198 0.004 answerCover:0.97695 0.0176 -0.0034 -0.0298
exists:0.00005 typedAbsent:0.06005 rank:0.50005 -0.0086 0.0208 neighbours:0.15005 -0.0264 0.0002 covered:0.53545 -0.0359 -0.0017
heading:0.27035 content:2.70005 lastThingOwn:0.00005 -0.0003 -0.0313 exactContext:0.33335 -0.0111 0.0108 nowhereKnown:0.00005 heading:0.50005 0.026 0.0027 -0.0102
activityLack:0.00005 evidenceMean:0.70725 meanThingOwn:0.66675 -0.0127 -0.0391 topLexical:2.63005 -0.0082 0.0194 activityLack:0.56005 pairsTogether:0.00005 0.0087 0.032 leastThing:0.30005 -0.0072 0.01
activityLack:0.00005 own:0.94505 margin:0.48715 -0.0001 -0.0221 density:0.13365 -0.0075 0.009 own:0.55005 -0.0074 things:2.00005 0.031 0.0051
evidenceCover:0.61705 firstThing:0.50005 nowhereKnown:0.70005 -0.0112 -0.0424 exact:0.58825 0.0103 -0.0252 headingPrecision:0.20005 untyped:0.00005 -0.0224 0.0117 things:2.00005 0.0095 0.0327
evidenceMean:0.70725 words:6.00005 content:2.70005 -0.0232 -0.004 score:6.45455 -0.0145 0.0075 words:5.00005 -0.0036 words:7.00005 0.0267 0.0092
searchedCover:0.20955 rank:0.50005 headingPrecision:0.20005 -0.0333 -0.0081 headingPrecision:0.00005 0.0106 -0.0144 headingPrecision:0.20005 searchedLexical:2.39435 -0.0124 0.0125 strongest:0.90005 0.0228 -0.0019
evidenceMean:0.53535 unitLength:9.00005 unitLength:6.00005 -0.0127 0.017 missingStrong:0.10885 -0.0012 -0.0236 density:0.18605 absentUnknown:0.70005 -0.0074 0.0193 unit:0.95005 0.0323 -0.0045
nowhereKnown:0.70005 untypedBest:0.00005 share:0.82625 -0.0034 0.0152 meanThingOwn:0.65005 0.0066 -0.0213 typedAbsent:0.00005 -0.0228 0.0034
samePage:2.00005 lastThing:0.90005 context:0.45005 -0.0205 0.0146 -0.0304 untypedBest:0.00005 passage:0.50005 -0.0061 0.0134 topLexical:2.71485 0.0039 -0.0283
content:1.85005 density:0.15435 -0.0247 -0.0004 fewAbsent:0.60005 topShare:0.50605 0.0018 0.0195 topShare:0.37325 -0.0258 -0.0001
evidenceProduct:0.12825 samePage:4.00005 typedAbsent:0.00005 -0.0039 -0.0257 typedAbsent:0.00005 -0.0057 0.0135 moneyCover:0.00005 timeCover:0.00005 0.0128 -0.0081 -0.0121
exists:0.00005 searchedLexical:1.93375 pairsAsked:1.00005 0.0047 -0.0228 evidenceProduct:0.00045 -0.016 0.0184 searchedType:0.30005 -0.0101 -0.0338
firstThing:0.30005 exactContext:0.50005 searchedCover:0.26305 -0.0312 -0.0015 0.0127 covered:0.53545 exactContext:0.24785 -0.0128 0.0222 heading:0.24005 -0.0226 0.0034
activityLack:0.00005 fitting:1.00005 missing:0.00005 -0.0399 -0.0004 chosenLength:4.25005 0.0261 -0.0104 missing:0.45955 fitting:6.00005 0.03 0.0066 -0.0058
activityLack:0.00005 nowhereKnown:0.70005 exact:0.33335 0.0131 -0.0081 lastThingOwn:0.40005 -0.0033 -0.03 rareContext:0.25855 -0.0063 activityLack:0.05005 0.0268 0.0098
evidenceCover:0.72025 unitLength:9.00005 firstThing:0.50005 -0.0012 0.0213 unitLength:28.00005 -0.017 0.0164 unitLength:22.00005 typedProduct:0.25245 0.0294 -0.0004 -0.0035
exists:0.00005 asksPrice:0.00005 searchLead:0.32785 -0.001 0.0238 rarestThingOwn:0.30005 0.0009 -0.0277 precision:0.20005 -0.0404 0.003
context:0.98155 topSentence:0.43035 topSentence:0.36885 0.0025 -0.0215 leastThing:0.90005 0.0213 0.0002 -0.0196
evidenceProduct:0.02915 leastThing:0.00005 rare:0.21495 -0.031 -0.0081 -0.0002 existsProduct:0.00005 meanThing:0.48755 0.0188 -0.0003 density:0.14315 -0.029 0.0019
conceptLack:0.06005 answerCover:0.82985 passage:0.46305 0.0026 -0.0225 chosenLength:5.47005 0.0138 -0.0147 asksPrice:0.00005 answerCover:0.71435 0.0066 0.0289 -0.0162
activityLack:0.00005 existsProduct:0.00005 typedAbsent:0.00005 0.0078 -0.0156 -0.0336 passage:0.40305 -0.0106 activityLack:0.56005 0.0268 0.0084
neighbours:0.00005 meanThing:0.80005 searchedCover:0.18945 -0.021 0.0065 -0.0242 typeMissing:0.00005 searchedCover:0.24485 -0.0029 0.0109 -0.0115
activityLack:0.00005 exists:0.00005 asksPrice:0.00005 0.0014 -0.0211 -0.0218 activityLack:0.56005 0.0255 unknown:0.00005 0.0091 -0.0064
topShare:0.41145 margin:1.92935 evidenceProduct:0.34225 -0.0066 -0.0316 0.013 evidenceProduct:0.12825 pairsBroken:0.00005 0.0172 -0.0242 evidenceAbsent:0.70005 0.0126 0.0299
heading:0.27035 permissionUnit:0.00005 moneyCover:0.42805 -0.0161 -0.0375 nowhereKnown:0.70005 0.0124 -0.0181 neighbours:0.50635 nowhereKnown:0.00005 0.0271 -0.0062 -0.01
exists:0.00005 searchedSentence:0.25455 rarestThing:0.30005 -0.0226 -0.0003 chosenPassages:3.00005 0.0145 -0.0031 exactContext:0.56525 -0.0405 -0.0014
own:0.55005 unitLength:10.00005 0.0103 yesNo:0.00005 -0.037 0.0012 evidenceCover:0.57225 exact:0.58825 0.0085 -0.0252 topSentence:0.52935 0.0273 -0.0046
headingPrecision:0.66675 meanThingOwn:0.66675 passage:0.65005 -0.0044 0.0251 rare:0.65215 0.0032 -0.0227 0.0206
activityLack:0.00005 searchLead:0.59365 searchedLexical:2.31005 -0.0181 -0.0013 own:0.98425 0.0122 0.0003 searchLead:0.42955 searchedType:0.30005 0.0054 0.0283 -0.0023
untypedBest:0.00005 typedNear:4.00005 elsewhere:0.50005 0.0013 0.0147 -0.0112 meanThing:0.80005 -0.0288 meanThing:0.97505 0.0055 -0.0069
lastThingOwn:0.50005 topShare:0.23905 answerCover:0.71435 -0.0154 0.0055 pairsAsked:1.00005 0.0212 0.0024 passage:0.59815 -0.0226 passage:0.98155 0.0053 -0.0145
stale:0.00005 evidenceMean:0.36325 meanThing:0.80005 -0.0194 -0.0015 unitLength:19.00005 0.0123 -0.0074 -0.0448
permissionUnit:0.00005 rareContext:0.67565 rarestThingOwn:0.30005 -0.0021 -0.0262 has_money:0.00005 0.0108 -0.0121 searchedLexical:1.80265 -0.0043 nowhereThing:0.35005 0.0204 0.0014
titleBest:0.47505 fittingPlaced:0.95005 titleBest:0.14815 -0.0071 0.0152 topSentence:0.52935 0.0205 0.0043 -0.023
own:0.35575 -0.0275 lastThingOwn:0.40005 lowCover:0.00005 0.0196 -0.0082 lowCover:0.00005 -0.0097 0.0134
exists:0.00005 answerCover:0.97695 fittingPlaced:0.30005 -0.0136 0.0136 fittingPlaced:0.66675 -0.0339 0.0039 answerCover:0.82985 -0.038 0.0059
existsAbsent:0.05005 untyped:0.00005 density:0.11155 0.0066 -0.0139 own:0.42315 -0.0118 0.0171 -0.0206
searchedSentence:0.25455 topLexical:2.10825 samePage:2.00005 -0.0083 0.0079 samePage:3.00005 -0.0373 -0.007 covered:0.21675 searchedSentence:0.41785 -0.0029 0.0248 topSentence:0.47485 0.0047 -0.0144
chosenPassages:3.00005 existsAbsent:0.00005 evidenceProduct:0.52915 0.0076 -0.004 -0.02 evidenceProduct:0.28655 unknown:0.07695 -0.0091 -0.03 -0.0005
precision:0.42865 precision:0.22225 unitMargin:0.38675 0.0134 -0.0184 topSentence:0.24565 -0.008 0.0182 unitMargin:0.73975 -0.0234 unitMargin:2.46325 0.0085 -0.0072
searchedType:0.30005 exactContext:0.50005 -0.0306 chosenPassages:2.00005 0.0128 -0.0163 moneyCover:0.00005 existsAbsent:0.05005 0.0229 -0.017 -0.0192
existsAbsent:0.05005 has_place:0.00005 topShare:0.50605 -0.0019 0.0152 -0.0172 -0.022
lastThingOwn:0.40005 searchLead:0.20315 typeUnit:0.00005 0.0005 -0.0218 chosenPassages:3.00005 0.0245 0.0017 searchLead:0.13515 0.0192 chosenPassages:2.00005 -0.0018 -0.0243
activityLack:0.00005 headingPrecision:0.66675 missing:0.45955 -0.0181 0.0049 0.0128 activityLack:0.05005 0.0277 evidenceProduct:0.23975 0.0103 -0.0132
answerCover:0.97695 answerCover:0.75005 missing:0.10005 -0.0266 -0.0019 typeUnit:0.00005 0.0197 -0.0093 typedNear:0.00005 0.0059 -0.0368
samePage:2.00005 untyped:0.00005 -0.0237 strongest:0.30005 -0.0136 0.0103 exists:0.00005 topSentence:0.43035 0.0038 0.0249 -0.0142
samePage:2.00005 unitMargin:0.38675 0.0006 -0.0207 pairsTogether:0.00005 searchedSentence:0.41785 -0.0137 0.0106 searchedCover:0.24485 0.0198 0.0031
own:0.35575 -0.022 existsAbsent:0.05005 fittingPlaced:0.00005 -0.0058 0.0095 -0.0212
stale:0.00005 fittingNamed:0.00005 answerCover:0.78385 -0.0192 0.0002 searchedType:0.00005 0.0222 0.0044 -0.0229
nowhereKnown:0.70005 permissionUnit:0.00005 pageMargin:0.41325 -0.0219 0.0084 pageMargin:0.89035 0.0368 0.0134 pageMargin:2.13415 -0.0046 -0.0276
activityLack:0.00005 absentUnknown:0.70005 has_money:0.00005 -0.0087 -0.0251 unitMargin:0.92275 0.015 -0.0093 unitMargin:0.21395 -0.0066 absentUnknown:0.50005 0.0245 0.0068
stale:0.00005 headingPrecision:0.66675 searchedCover:0.33725 -0.0101 0.0051 0.0121 -0.0362
fittingNamed:0.00005 -0.013 nowhereKnown:0.70005 fittingNamed:0.83335 0.0088 -0.007 fittingNamed:0.47505 0.0008 -0.0182
headingPrecision:0.66675 rare:0.72665 rare:0.35275 -0.0092 0.0047 evidenceAbsent:0.05005 0.0022 -0.03 heading:0.31255 -0.0021 0.0235
content:2.70005 absentUnknown:0.50005 chosenLength:6.08005 -0.0013 -0.0217 0.0081 own:0.80715 absentUnknown:0.70005 0.01 -0.0104 0.0214
content:1.85005 topSentence:0.36885 0.0056 chosenLength:3.77005 -0.0075 -0.0351 topSentence:0.43035 elsewhere:0.50005 -0.0179 0.0088 fittingNamed:0.95005 0.0329 0.0006
rareContext:0.67565 typedCover:0.36315 absentUnknown:0.25005 0.0036 -0.0098 fewAbsent:0.00005 -0.0038 -0.0324 rare:0.72665 0.0263 fittingPlaced:0.95005 -0.0202 0.0108
exists:0.00005 permissionUnit:0.00005 topCover:0.17865 -0.0183 0.0015 meanThingOwn:0.50005 0.0254 0.0016 absentKnown:0.17505 -0.0021 -0.0365
stale:0.00005 firstThing:0.85505 missing:0.00005 -0.0213 0.0088 evidenceAbsent:0.50005 0.001 0.0165 -0.0257
firstThing:0.30005 exactContext:0.50005 meanThing:0.48755 -0.0075 -0.0298 0.0031 answerCover:0.97695 answerCover:0.88685 -0.0008 0.0185 untyped:0.00005 -0.0222 0.0028
titleBest:0.14815 absentKnown:0.60005 absentKnown:0.05005 -0.0092 0.0098 lastThing:0.00005 0.0001 -0.0243 searchedType:0.30005 -0.0049 conceptLack:0.00005 0.0264 0.0067
answerCover:0.97695 neighbours:0.29415 answerCover:0.88685 -0.0043 -0.02 covered:0.14715 0.0151 -0.002 neighbours:0.29415 -0.0035 -0.027
stale:0.00005 topSentence:0.43035 absentKnown:0.78505 0.0001 -0.0283 rareContext:0.61195 0.0327 -0.0004 -0.0363
existsAbsent:0.05005 headingPrecision:0.20005 chosenUnits:6.00005 -0.0219 0.0017 firstThing:0.95005 0.0134 -0.0032 -0.0233
existsProduct:0.05505 firstThing:0.30005 density:0.06905 0.0055 -0.0146 density:0.09605 0.0172 0.0012 firstThing:0.50005 -0.0277 -0.004
existsAbsent:0.00005 rare:0.72665 nowhereKnown:0.00005 0.014 -0.007 searchedLexical:2.79125 -0.0009 -0.0271 answerCover:0.75005 -0.0329 -0.0032
samePage:2.00005 meanThingOwn:0.75005 meanThingOwn:0.43335 -0.0147 0.0056 -0.0289 evidenceCover:0.30005 -0.014 exists:0.00005 0.0149 -0.0105
rare:0.72665 firstThing:0.30005 margin:0.83815 0.0052 -0.016 margin:1.92935 -0.0002 0.0223 typedAbsent:0.06005 rare:0.95005 -0.0119 0.0042 -0.0213
moneyCover:0.42805 score:6.45455 missing:0.57455 -0.0138 0.0061 score:7.53655 0.0219 0.0018 -0.0177
activityLack:0.00005 chosenPassages:3.00005 fewAbsent:0.05005 0.0137 -0.0146 heading:0.27035 -0.0231 0.0009 typedAbsent:0.00005 heading:0.24005 0.0135 -0.0124 0.0295
searchedSentence:0.35815 unit:0.42725 nowhereKnown:0.70005 0.0123 -0.0163 chosenUnits:5.00005 -0.0018 -0.0191 unit:0.73675 nowhereKnown:0.70005 0.0187 -0.0037 precision:0.42865 0.0057 -0.015
`;

/** Log odds before any tree. */
export const answerForestBias = 0.5539;
