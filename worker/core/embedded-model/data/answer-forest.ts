/** Boosted trees over the confidence features, one a line; `readForest` says how they are written. Fitted by `scripts/eval/dev-support.ts fit`. */
export const answerForest = `
topSentence:0.22615 answerCover:0.83335 -0.0574 -0.0022 missing:0.29855 answerCover:0.97785 0.0312 0.0059 answerCover:0.71775 0.0035 -0.0387
pageMargin:1.82525 permissionUnit:0.50005 titleBest:0.00005 -0.0634 -0.0161 0.0156 typeMissing:0.00005 searchedLexical:2.12425 -0.0029 0.0399 -0.0282
passage:0.65005 activityLack:0.00005 topSentence:0.34315 -0.0663 -0.017 section:0.24925 -0.0443 0.0272 content:2.30005 pairsAsked:0.00005 0.0219 -0.0224 precision:0.16675 -0.007 0.0465
evidenceProduct:0.13035 searchedCover:0.19035 -0.0638 typeMissing:0.00005 -0.0058 -0.0486 stale:0.00005 nowhereKnown:0.70005 0.038 -0.0266 -0.0517
fittingNamed:0.39675 pageMargin:2.16525 -0.0671 topSentence:0.32095 -0.0247 0.0061 pageMargin:1.82525 headingPrecision:0.25005 -0.0255 0.0243 chosenPassages:2.00005 0.0429 0.0166
evidenceCover:0.57315 evidenceCover:0.30005 -0.0712 neighbours:0.25005 -0.0422 -0.0008 evidenceCover:0.66815 neighbours:0.29275 -0.0145 0.0185 precision:0.14295 -0.0007 0.0426
evidenceProduct:0.13035 own:0.70005 density:0.10345 -0.062 -0.0204 density:0.11175 0.0144 -0.0303 own:0.42355 -0.0338 passage:0.60005 -0.0034 0.0359
evidenceCover:0.62225 fittingPlaced:0.47505 yesNo:0.00005 -0.0546 -0.0187 chosenPassages:3.00005 0.0093 -0.0294 searchedSentence:0.23215 0.0004 exists:0.00005 0.0451 0.0135
evidenceMean:0.48965 searchedLexical:2.12425 typeUnit:0.00005 -0.0671 -0.0237 typedAbsent:0.70005 -0.0081 -0.0343 searchedLexical:2.12425 typeUnit:0.00005 0.0118 -0.0339 evidenceMean:0.57035 0.0106 0.0443
score:6.50355 searchLead:0.54915 -0.0637 -0.0143 chosenPassages:3.00005 fittingNamed:0.50005 0.0023 0.0342 precision:0.21435 -0.0464 0.0044
evidenceMean:0.53625 evidenceCover:0.30005 -0.0593 content:2.70005 -0.0412 -0.0034 content:1.85005 meanThingOwn:0.65005 0.018 -0.0148 nowhereThing:0.35005 0.0403 0.001
fittingPlaced:0.47505 fittingPlaced:0.30065 samePage:4.00005 -0.0634 -0.0167 searchLead:0.48955 -0.0329 0.013 topLexical:1.76405 permissionUnit:0.00005 -0.0262 -0.0014 asksPrice:0.00005 0.0294 -0.0162
typedAbsent:0.70005 topLexical:1.76405 firstThing:0.90005 -0.0431 -0.0057 topLexical:2.36805 0.0039 0.0326 chosenPassages:2.00005 typeBest:0.00005 -0.021 0.0041 -0.0489
evidenceCover:0.62225 evidenceCover:0.30005 leastThing:0.30005 -0.0616 -0.0158 firstThing:0.85505 -0.0328 -0.0029 exactContext:0.76925 strongest:0.40005 0.0311 -0.0039 0.0372
lowCover:0.00005 samePage:2.00005 typeBest:0.00005 -0.0022 -0.0358 nowhereKnown:0.70005 0.0266 -0.0161 samePage:4.00005 -0.0461 -0.0118
topShare:0.41865 permissionUnit:0.31155 searchedCover:0.33935 -0.0389 -0.0079 searchedCover:0.24485 -0.0149 0.0252 headingPrecision:0.20005 typedNear:0.00005 0.0129 -0.0193 exactContext:0.50005 0.0032 0.0353
topCover:0.17865 unit:0.50005 -0.0385 0.0051 asksPrice:0.00005 existsAbsent:0.05005 0.0259 -0.0256 typedNear:2.00005 -0.0342 -0.0075
heading:0.23605 unitMargin:1.34005 yesNo:0.00005 -0.0422 -0.002 words:7.00005 -0.0088 0.0304 topSentence:0.24565 -0.0165 asksPrice:0.00005 0.032 -0.0053
existsAbsent:0.05005 lowCover:0.00005 neighbours:0.15005 -0.0043 0.0263 elsewhere:0.10005 0.0035 -0.0322 -0.0511
lowCover:0.00005 topLexical:1.61415 -0.0411 activityLack:0.00005 0.0023 0.036 activityLack:0.00005 -0.0488 -0.002
score:8.46705 score:6.50355 topCover:0.27215 -0.0415 -0.0122 chosenPassages:3.00005 0.001 -0.0218 topLexical:2.36805 heading:0.23605 -0.0157 0.014 heading:0.50005 0.0349 0.0087
margin:1.54595 missingStrong:0.50005 neighbours:0.00005 -0.0279 0.0098 neighbours:0.25005 -0.0464 -0.0054 nowhereKnown:0.70005 typedAbsent:0.70005 0.0345 0.0044 absentKnown:0.78505 -0.0022 -0.0163
pageMargin:1.82525 lowCover:0.00005 typedCover:0.36115 -0.0039 -0.0284 -0.0412 existsAbsent:0.05005 lowCover:0.00005 0.0243 -0.0113 -0.0334
searchedCover:0.19035 passage:0.68855 permissionUnit:0.00005 -0.0395 -0.0126 -0.0024 untypedBest:0.00005 passage:0.65005 0.0003 0.0318 rareContext:0.61405 -0.0011 -0.0323
stale:0.00005 nowhereKnown:0.70005 untyped:0.00005 -0.0058 0.0271 searchedSentence:0.23215 -0.0487 -0.0145 -0.0562
evidenceCover:0.57315 exists:0.00005 evidenceCover:0.22355 -0.0417 -0.0037 -0.0521 exists:0.00005 topSentence:0.39615 0.0135 0.0341 -0.0039
evidenceCover:0.62225 evidenceCover:0.30005 topShare:0.33575 -0.045 -0.0129 neighbours:0.25005 -0.0165 0.0118 precision:0.14295 -0.0086 topShare:0.33575 -0.0055 0.0323
activityLack:0.00005 lowCover:0.00005 searchedSentence:0.25475 -0.0318 0.0011 -0.0478 section:0.30755 -0.0172 0.0384
margin:1.94265 evidenceAbsent:0.60005 elsewhere:0.50005 -0.0118 0.0215 negation:0.00005 -0.0407 -0.007 firstThing:0.40005 nowhereKnown:0.70005 0.0052 -0.0293 untypedBest:0.00005 0.031 0.0037
fittingNamed:0.25005 words:7.00005 -0.0404 -0.0074 words:6.00005 context:0.57355 -0.0302 0.0069 moneyCover:0.00005 0.0236 -0.0096
evidenceMean:0.48965 rare:0.50005 passage:0.50005 -0.0177 0.0136 passage:0.81485 -0.0393 -0.0081 chosenPassages:3.00005 topShare:0.33575 0.0049 0.0352 precision:0.28575 -0.0343 0.0072
evidenceMean:0.48965 content:2.30005 precision:0.25005 -0.0439 -0.0081 searchLead:0.54915 -0.0237 0.0152 chosenPassages:3.00005 content:2.70005 0.009 0.0336 precision:0.21435 -0.0458 0.0125
margin:1.54595 words:8.00005 words:4.00005 0 -0.0331 margin:0.82455 0.0154 -0.0152 words:6.00005 conceptLack:0.00005 0.0013 -0.0339 margin:2.21495 0.0044 0.0291
activityLack:0.00005 chosenLength:5.12005 firstThing:0.50005 -0.0215 0.0113 missing:0.50005 -0.0393 -0.0037 missing:0.45215 0.035 -0.0067
permissionUnit:0.31155 unitMargin:0.74855 lastThing:0.30005 -0.0374 -0.0062 words:7.00005 -0.001 0.02 nowhereKnown:0.70005 lastThing:0.90005 0.0397 0.0134 -0.0138
activityLack:0.00005 fewAbsent:0.09755 fitting:1.00005 -0.0304 0.0102 lastThingOwn:0.30005 -0.0123 -0.0382 activityLack:0.35005 0.0378 fitting:5.00005 0.0183 -0.0153
own:0.75745 own:0.42355 -0.0373 evidenceProduct:0.10005 -0.0276 0.0048 fitting:1.00005 -0.0209 exists:0.00005 0.0274 -0.0069
own:0.75745 answerCover:0.75005 missing:0.56395 -0.0359 -0.0083 answerCover:0.95005 0.0126 -0.0097 fitting:1.00005 answerCover:0.88965 0.0115 -0.0284 answerCover:0.50005 -0.0035 0.0339
pageMargin:3.88985 elsewhere:0.50005 evidenceProduct:0.71095 -0.028 0.0051 margin:1.54595 -0.0156 0.0186 existsProduct:0.00005 evidenceProduct:0.08115 0.0046 0.0357 -0.0043
activityLack:0.00005 topShare:0.65015 typedCover:0.14365 -0.0283 -0.0049 words:5.00005 -0.0095 0.0209 section:0.24925 -0.0098 pairsAsked:1.00005 0.0423 0.0105
score:7.18775 searchedType:0.30005 score:6.50355 -0.0351 -0.0085 elsewhere:0.50005 -0.0156 0.0032 moneyCover:0.00005 typedNear:4.00005 0.0201 -0.016 typedCover:0.36115 -0.034 0.0001
lowCover:0.00005 existsAbsent:0.05005 asksPrice:0.00005 0.0235 -0.0163 nowhereKnown:0.00005 0.0052 -0.039 elsewhere:0.56005 headingPrecision:0.20005 -0.0391 -0.0063 searchedCover:0.17035 0.0082 -0.0145
evidenceCover:0.30005 -0.0327 exists:0.00005 stale:0.00005 0.0208 -0.0383 evidenceCover:0.62225 -0.0525 0.0008
answerCover:0.75005 nowhereKnown:0.00005 answerCover:0.71775 0.0021 -0.021 firstThing:0.30005 -0.0438 -0.0092 fitting:1.00005 topLexical:2.28065 0.0026 -0.0276 nextLeastThing:0.50005 -0.0019 0.0199
heading:0.27035 margin:1.54595 yesNo:0.00005 -0.0364 -0.0035 precision:0.14295 -0.0258 0.0099 margin:2.21495 precision:0.25005 -0.018 0.0166 searchedLexical:2.59865 0.0113 0.0352
activityLack:0.00005 pageMargin:2.91825 topCover:0.23745 -0.0284 -0.007 existsAbsent:0.00005 0.0113 -0.0182 activityLack:0.60005 0.0374 pageMargin:1.82525 -0.0107 0.0189
evidenceMean:0.36525 pairsBroken:0.66675 absentKnown:0.10005 -0.0297 0.0135 -0.043 heading:0.27035 chosenLength:3.73005 0.0134 -0.0081 chosenLength:5.75005 0.0383 0.0001
evidenceMean:0.53625 content:2.70005 absentUnknown:0.00005 -0.0321 -0.002 nowhereThing:0.35005 0.0141 -0.0159 nowhereThing:0.35005 evidenceMean:0.66415 0.0044 0.0269 -0.0041
unitMargin:1.72675 searchedSentence:0.38415 searchedLexical:2.39145 -0.0251 0.0008 unit:0.62885 0.0151 -0.0087 searchedLexical:1.78975 -0.0101 samePage:2.00005 0.0005 0.0239
evidenceMean:0.48965 activityLack:0.03505 fittingNamed:0.00005 -0.0379 -0.0168 own:0.65625 -0.014 0.0207 activityLack:0.00005 evidenceMean:0.70975 -0.0154 0.0157 0.0286
stale:0.00005 existsAbsent:0.05005 has_money:0.00005 0.0145 -0.0142 -0.0295 -0.0373
evidenceCover:0.57315 rare:0.50005 rare:0.16805 -0.0207 0.0037 -0.0365 content:1.70005 rare:0.80775 0.0047 -0.0122 rareContext:0.51685 0.0005 0.0251
topCover:0.17865 words:8.00005 -0.0296 -0.0058 typeMissing:0.00005 existsProduct:0.00005 0.0168 -0.0194 answerCover:0.95005 0.0005 -0.0384
has_money:0.00005 lowCover:0.00005 conceptLack:0.06005 0.0015 0.0199 typedProduct:0.02075 -0.0238 -0.0007 meanThingOwn:0.50005 -0.0099 -0.0376
evidenceMean:0.48965 firstThing:0.95005 pairsTogether:0.00005 -0.025 0.0079 -0.0357 stale:0.00005 precision:0.14295 -0.0132 0.0246 -0.0439
activityLack:0.00005 untypedBest:0.00005 searchedLexical:2.12425 -0.0225 0.0081 searchedLexical:2.03635 -0.005 -0.0431 nowhereThing:0.35005 0.0256 -0.0008
searchedLexical:2.31005 words:8.00005 words:4.00005 0.0034 -0.0224 0.0102 pageMargin:1.47405 absentUnknown:0.25005 0.0058 -0.0153 fitting:1.00005 -0.0006 0.0236
evidenceCover:0.62225 permissionUnit:0.00005 heading:0.23605 -0.0288 -0.0053 margin:0.82455 0.0116 -0.0056 chosenPassages:3.00005 evidenceAbsent:0.50005 0.0083 0.0244 -0.0073
existsAbsent:0.05005 activityLack:0.00005 heading:0.15155 -0.0186 0.0121 rare:0.26485 -0.0039 0.0344 rare:0.40005 -0.0427 -0.0103
chosenPassages:3.00005 searchedSentence:0.25475 words:8.00005 -0.0252 0.0086 words:5.00005 -0.0061 0.0207 searchedSentence:0.36065 neighbours:0.25005 -0.0414 -0.0132 neighbours:0.29275 -0.0108 0.0096
typeMissing:0.00005 samePage:2.00005 typeBest:0.00005 0.0006 -0.0305 nowhereKnown:0.70005 0.0201 -0.0066 -0.0291
neighbours:0.00005 topCover:0.34765 precision:0.14295 -0.008 -0.0356 -0.0011 untypedBest:0.00005 topCover:0.17865 -0.0122 0.0143 neighbours:0.37045 0.0065 -0.0299
topShare:0.26785 meanThing:0.31005 -0.032 density:0.11175 0.0027 -0.0265 typedAbsent:0.00005 exists:0.00005 0.0263 -0.0116 rare:0.80775 0.0019 -0.0327
pageMargin:1.82525 yesNo:0.00005 untyped:0.00005 -0.0321 -0.0098 exists:0.00005 0.0219 -0.0236 exists:0.00005 yesNo:0.00005 0.0089 0.0323 -0.0154
rareContext:0.31665 words:5.00005 -0.001 fitting:6.00005 -0.0061 -0.0248 unitMargin:1.34005 fitting:3.00005 -0.0143 0.0031 fitting:1.00005 -0.0022 0.0209
stale:0.00005 lowCover:0.00005 neighbours:0.15005 -0.0071 0.0162 pageMargin:1.82525 -0.0357 0.0004 -0.0407
heading:0.27035 evidenceMean:0.40675 typeBest:0.14365 -0.0303 -0.0031 conceptLack:0.12005 -0.011 0.0189 heading:0.64865 score:8.04135 0.0011 0.0237 -0.0045
existsProduct:0.00005 yesNo:0.00005 own:0.49025 -0.0375 0.0059 fittingPlaced:0.47505 0.0052 0.0295 fittingPlaced:0.72505 -0.0395 -0.0013
topShare:0.19565 -0.0339 asksPrice:0.00005 evidenceCover:0.30005 -0.0123 0.0124 typedCover:0.36115 -0.0389 -0.0066
margin:1.54595 unitLength:9.00005 answerCover:0.78385 -0.0044 0.026 unitLength:24.00005 -0.0241 0.0015 unitLength:21.00005 answerCover:0.97785 0.0298 -0.0158 unitLength:24.00005 -0.0276 0.0012
topShare:0.26785 absentUnknown:0.25005 topShare:0.19565 -0.0181 0.0041 -0.0271 content:2.56005 chosenUnits:3.00005 0.0183 -0.014 chosenPassages:3.00005 0.0215 -0.0057
existsAbsent:0.05005 untyped:0.00005 unitLength:12.00005 0.0122 -0.0138 nextLeastThing:0.50005 0.0048 0.0271 fittingNamed:0.62005 -0.0311 -0.0009
existsProduct:0.00005 untyped:0.00005 absentKnown:0.41355 -0.0173 0.0036 absentKnown:0.70005 0.0261 -0.013 absentKnown:0.41355 0.0081 -0.0481
searchedLexical:2.12425 unitLength:11.00005 neighbours:0.19535 -0.0115 0.0162 density:0.16675 -0.0296 0.0023 pairsAsked:0.00005 neighbours:0.50365 0.0322 0.0014 unitLength:7.00005 -0.0178 0.0045
fittingPlaced:0.33335 lowCover:0.00005 -0.0012 unknown:0.29415 -0.029 -0.0065 titleBest:0.47505 typeBest:0.36115 0.0134 -0.006 -0.0282
own:0.36195 -0.0256 content:2.56005 density:0.15465 -0.0182 0.0048 firstThing:0.95005 0.0186 -0.0019
exists:0.00005 pairsAsked:0.00005 unitLength:19.00005 0.027 0.0016 absentKnown:0.05005 -0.0143 0.0059 absentKnown:0.41355 0.0041 -0.0365
exactContext:0.50005 topCover:0.29505 evidenceMean:0.57035 -0.0208 0.0024 0.0087 evidenceMean:0.18175 -0.0094 topCover:0.32005 0.0234 0.0036
topSentence:0.34315 precision:0.33335 missingStrong:0.30335 -0.0002 -0.0228 pair:0.00005 0.0137 -0.0119 neighbours:0.00005 missingStrong:0.30335 -0.0143 -0.0006 missingStrong:0.00005 -0.0108 0.0185
headingPrecision:0.66675 typedProduct:0.06075 existsProduct:0.00005 0.0031 -0.0315 own:0.94765 -0.0342 0.0027 fewAbsent:0.09755 0.0276 -0.0004
pageMargin:2.91825 pageMargin:0.89465 neighbours:0.29275 -0.0104 0.0124 unitLength:16.00005 -0.0235 -0.0047 topLexical:2.01795 -0.0059 titleBest:0.23605 0.0219 -0.002
existsProduct:0.00005 share:0.94425 lastThingOwn:0.95005 -0.0208 0.0075 elsewhere:0.00005 -0.0055 0.0117 elsewhere:0.40005 -0.0192 -0.0048
neighbours:0.00005 unit:0.58215 yesNo:0.00005 -0.016 0.0093 -0.0294 existsAbsent:0.05005 yesNo:0.00005 0.0076 0.0286 -0.0192
own:0.42355 heading:0.00005 -0.0369 0.0033 rarestThingOwn:0.40005 searchedSentence:0.23215 -0.0093 0.0237 rarestThingOwn:0.50005 -0.0232 0.0044
pageMargin:1.82525 typedAbsent:0.50005 lastThing:0.90005 0.0086 -0.0096 pageMargin:0.64035 -0.0314 -0.0014 context:0.40545 0.0295 typedAbsent:0.70005 0.0097 -0.0102
words:8.00005 permissionUnit:0.31155 exact:0.33335 -0.0037 -0.021 searchedLexical:2.31005 -0.0118 0.0188 searchedLexical:2.79015 0.0239 -0.0097
own:0.49025 heading:0.00005 -0.0337 -0.0036 fitting:1.00005 heading:0.00005 -0.0338 0.0017 nowhereKnown:0.70005 0.0189 -0.0159
firstThing:0.85505 section:0.40465 pageMargin:0.64035 0.0105 -0.0098 pageMargin:2.16525 -0.0089 -0.0278 asksTime:0.00005 moneyCover:0.00005 0.0145 -0.0069 pageMargin:2.16525 -0.0231 0.005
existsAbsent:0.05005 typedAbsent:0.00005 meanThingOwn:0.50005 0.0217 0.0031 searchedType:0.00005 -0.024 -0.0008 fewAbsent:0.09755 -0.0076 -0.0314
evidenceCover:0.57315 score:7.60475 score:6.50355 -0.0144 0.0137 rareContext:0.51685 -0.0057 -0.0319 typeBest:0.00005 fewAbsent:0.05005 0.0234 -0.0088 titleBest:0.00005 -0.0132 0.0105
activityLack:0.00005 chosenLength:3.73005 rare:0.65805 0.0285 -0.0061 searchedLexical:2.12425 -0.0231 -0.0034 rare:0.26485 -0.0084 0.0291
activityLack:0.00005 searchLead:0.59365 things:2.00005 -0.0295 -0.0078 strongest:0.90005 0.0155 -0.0108 precision:0.42865 0.0276 0.0039
fewAbsent:0.00005 exactContext:0.50005 neighbours:0.29275 -0.0095 0.0141 rareContext:0.73115 0.0232 0.0014 lastThingOwn:0.40005 exactContext:0.42555 -0.0115 0.0226 words:6.00005 -0.0254 0.0011
context:0.30775 -0.0236 content:2.70005 pageMargin:3.88985 -0.0131 0.0079 absentKnown:0.17505 0.0207 0.0017
samePage:2.00005 typedProduct:0.00005 unitLength:17.00005 -0.0094 0.0133 samePage:1.00005 -0.027 -0.0067 searchedType:0.30005 fewAbsent:0.09755 0.008 -0.0171 unitLength:21.00005 0.0257 0.0046
activityLack:0.00005 topShare:0.72355 existsAbsent:0.05005 -0.0098 -0.0336 fitting:1.00005 -0.0135 0.0202 activityLack:0.60005 0.0277 0.0032
searchLead:0.32785 heading:0.23605 searchLead:0.09825 -0.0036 -0.0272 searchLead:0.17315 0.0178 -0.0092 typedAbsent:0.06005 unitLength:10.00005 -0.0045 0.0172 meanThingOwn:0.43335 0.0072 -0.0137
missingStrong:0.55005 untypedBest:0.00005 searchedType:0.30005 0.0015 0.0173 searchedPairs:0.00005 -0.0002 -0.0224 margin:1.54595 unitMargin:0.20305 -0.0063 -0.0291 0.0039
content:2.70005 fittingNamed:0.95005 searchedLexical:2.48975 -0.0041 -0.0318 searchedLexical:2.31005 -0.0082 0.0184 topCover:0.17865 fittingNamed:0.39675 -0.0162 0.0051 precision:0.42865 0.0192 -0.003
words:7.00005 heading:0.35905 typeBest:0.36115 -0.0116 -0.0318 evidenceAbsent:0.60005 0.0175 -0.0099 searchedPairs:0.00005 topSentence:0.26945 0.0024 0.0213 -0.0076
missingStrong:0.00005 typedProduct:0.06075 -0.0037 -0.0221 searchedSentence:0.25475 titleBest:0.14815 -0.0178 0.0128 nowhereKnown:0.70005 0.0162 -0.0051
own:0.42355 -0.0233 titleBest:0.23605 firstThing:0.85505 -0.0051 0.0169 rarestThing:0.40005 -0.0026 -0.0203
existsAbsent:0.05005 searchLead:0.59365 own:0.94765 -0.0054 0.0156 density:0.13365 0.0324 0.0009 -0.0222
margin:1.54595 yesNo:0.00005 rare:0.60415 -0.0193 -0.0024 margin:0.64655 0.0148 -0.0012 rare:0.80775 pairsTogether:0.00005 0.0042 0.0261 rare:0.95005 -0.0125 0.0051
topShare:0.26785 headingPrecision:0.25005 -0.0253 -0.0016 meanThingOwn:0.50005 chosenLength:4.60005 0.0245 0.0073 topShare:0.41865 -0.0146 0.0041
exactContext:0.50005 elsewhere:0.54005 elsewhere:0.05005 -0.0039 -0.0226 headingPrecision:0.33335 0.0061 -0.0118 chosenLength:5.42005 headingPrecision:0.00005 -0.0015 0.0228 chosenLength:6.98005 -0.0205 0.0124
activityLack:0.00005 nowhereKnown:0.70005 unitMargin:1.72675 -0.0125 0.0055 -0.0261 pairsTogether:0.00005 -0.0099 0.0248
answerCover:0.75005 nextLeastThing:0.95005 nextLeastThing:0.90005 -0.0081 0.0139 unit:0.47505 -0.0044 -0.0166 unit:0.50005 0.0251 searchedSentence:0.25475 -0.0193 0.0039
activityLack:0.00005 content:2.70005 evidenceAbsent:0.05005 -0.0047 -0.0311 searchedCover:0.28935 -0.009 0.0258 activityLack:0.60005 0.0269 -0.0043
precision:0.14295 searchLead:0.59365 -0.0281 0.005 topSentence:0.43035 elsewhere:0.50005 -0.0169 0.0039 meanThingOwn:0.65005 0.0343 -0.0026
exists:0.00005 topCover:0.17865 missingStrong:0.66675 -0.0185 0.0075 strongest:0.50005 0.0197 0.0004 strongest:0.50005 -0.0288 -0.0068
own:0.70005 missingStrong:0.55005 own:0.49025 -0.0125 0.0111 -0.0292 meanThing:0.48755 0.0271 own:0.96745 -0.0101 0.0172
activityLack:0.00005 evidenceMean:0.36525 -0.0234 content:1.85005 -0.0171 0.0058 activityLack:0.60005 0.0273 content:3.00005 0.0115 -0.0007
moneyCover:0.00005 precision:0.55565 precision:0.25005 -0.0035 0.013 leastThing:0.50005 0.0005 -0.0192 answerCover:0.88965 -0.007 -0.0263
yesNo:0.00005 evidenceCover:0.22355 -0.0213 fittingNamed:0.33335 0.0151 -0.0105 exists:0.00005 meanThingOwn:0.43335 0.0039 0.0237 passage:0.76295 -0.0208 0.0089
existsProduct:0.00005 chosenPassages:3.00005 missingStrong:0.10885 0.0002 0.0173 permissionUnit:0.00005 -0.0206 0.0108 permissionUnit:0.50005 -0.0335 -0.0028
permissionUnit:0.00005 evidenceProduct:0.71095 fittingPlaced:0.63335 -0.021 -0.0058 searchLead:0.37355 -0.0035 0.0144 unitMargin:0.61845 searchLead:0.28105 0.0026 0.021 unitMargin:1.12405 -0.0204 0.0082
answerCover:0.83335 chosenLength:4.60005 pairsTogether:0.00005 0.0146 -0.0051 pairsTogether:0.00005 -0.0234 0.0009 chosenLength:4.19005 neighbours:0.41305 -0.0217 0.0054 answerCover:0.97785 0.027 0.0038
evidenceCover:0.22355 -0.0272 evidenceCover:0.39125 leastThing:0.30005 0.0085 0.0231 evidenceCover:0.72085 -0.0102 0.0076
stale:0.00005 chosenPassages:3.00005 answerCover:0.97785 0.0112 -0.0079 answerCover:0.78385 -0.0264 0.0044 -0.0311
evidenceProduct:0.71095 pageMargin:0.89465 typedProduct:0.06075 0.0154 -0.014 topShare:0.72355 -0.0147 0.0049 unitLength:21.00005 0.0218 -0.0111
samePage:2.00005 heading:0.00005 covered:0.36255 -0.0296 -0.0074 0.0079 covered:0.00005 firstThing:0.00005 0.0011 0.0278 own:0.96745 -0.0132 0.0118
typeMissing:0.00005 missingStrong:0.10885 score:12.02285 -0.0135 0.0112 score:6.50355 -0.0035 0.0167 neighbours:0.33335 -0.0029 -0.0291
absentKnown:0.70005 unitMargin:1.12405 searchLead:0.28105 -0.0016 0.0164 absentKnown:0.06005 -0.0176 0.0065 searchedCover:0.22895 -0.0262 0.0028
answerCover:0.97785 existsAbsent:0.05005 searchedSentence:0.33115 -0.0024 0.0158 -0.0218 topShare:0.57445 topShare:0.41865 -0.0158 0.0091 -0.0223
activityLack:0.00005 exactContext:0.76925 leastThing:0.00005 -0.0103 -0.0312 heading:0.08435 -0.0182 0.0208 fitting:4.00005 0.0317 leastThing:0.00005 0.0112 -0.0192
stale:0.00005 fitting:1.00005 rarestThingOwn:0.30005 0.005 -0.0222 evidenceProduct:0.71095 -0.0005 0.018 -0.0291
heading:0.27035 missingStrong:0.25005 heading:0.00005 -0.0278 -0.0071 fittingPlaced:0.30065 -0.0198 0.0092 precision:0.25005 precision:0.16675 0.0097 -0.0152 fittingPlaced:0.81675 0.0221 0.0036
stale:0.00005 existsProduct:0.00005 pageMargin:0.20405 -0.0134 0.0136 exact:0.50005 -0.0336 -0.0003 -0.0404
activityLack:0.00005 moneyCover:0.43655 topSentence:0.43035 -0.0098 0.0041 -0.0252 pairsAsked:0.00005 0.0291 margin:1.26905 0.0123 -0.0112
heading:0.27035 typeBest:0.00005 heading:0.08435 0.0025 -0.0167 moneyCover:0.00005 -0.0237 -0.002 chosenUnits:6.00005 fitting:1.00005 0.0036 0.0228 fittingNamed:0.47505 0.0095 -0.0142
searchLead:0.28105 searchLead:0.17315 samePage:2.00005 -0.0135 0.0167 samePage:3.00005 -0.0091 -0.0319 fittingPlaced:0.00005 -0.0132 absentKnown:0.78505 0.0174 -0.0063
activityLack:0.00005 typeMissing:0.00005 lastThing:0.00005 0.0167 -0.0046 -0.0212 activityLack:0.60005 0.0254 -0.0035
chosenPassages:3.00005 exists:0.00005 conceptLack:0.00005 0.0148 -0.003 -0.0177 exact:0.27785 0.0096 rank:0.50005 0.0002 -0.0314
samePage:2.00005 density:0.09625 0.0012 density:0.16675 -0.0266 -0.006 headingPrecision:0.00005 unit:0.50005 0.0333 -0.0121 missingStrong:0.35005 0.0102 -0.0129
yesNo:0.00005 searchedSentence:0.25475 topLexical:2.10825 -0.0049 -0.0313 chosenPassages:3.00005 0.0023 -0.0143 missing:0.33335 chosenPassages:2.00005 0.0072 -0.0108 topShare:0.30515 0.0029 0.0209
headingPrecision:0.50005 elsewhere:0.50005 elsewhere:0.10005 -0.0018 -0.0202 elsewhere:0.70005 0.0138 -0.005 elsewhere:0.56005 0.0184 -0.0017
rarestThing:0.30005 pageMargin:2.48695 pageMargin:1.47405 -0.0072 0.0134 evidenceProduct:0.13035 -0.0252 0.0055 rarestThing:0.85505 0.0175 evidenceProduct:0.53095 0.0054 -0.0121
asksPrice:0.00005 searchedSentence:0.18195 -0.0197 evidenceCover:0.49175 0.0161 -0.0036 pairsAsked:1.00005 -0.0291 0.0037
evidenceMean:0.70975 typedCover:0.52785 covered:0.00005 0.0009 -0.0157 0.0207 covered:0.90255 absentKnown:0.10005 0.0265 0.0034 0.0009
searchedSentence:0.25475 yesNo:0.00005 precision:0.20005 0.0045 -0.028 absentKnown:0.52505 0.0165 -0.0041 precision:0.16675 rare:0.35705 0.0081 -0.0157 topLexical:2.71485 0.0179 -0.0018
has_money:0.00005 evidenceProduct:0.02915 passage:0.50005 -0.0263 -0.0043 typeBest:0.36115 0.0114 -0.0102 elsewhere:0.54005 -0.0283 -0.0053
activityLack:0.00005 chosenLength:4.93005 fitting:1.00005 -0.0164 0.0106 unitLength:24.00005 -0.0233 0.0074 fitting:5.00005 0.0301 chosenLength:5.75005 -0.0114 0.0067
existsAbsent:0.05005 heading:0.23605 exactContext:0.61645 0.0027 -0.0151 heading:0.50005 0.0146 -0.0047 -0.0254
activityLack:0.00005 evidenceCover:0.22355 -0.0343 evidenceCover:0.49175 0.0081 -0.0112 nowhereThing:0.35005 evidenceCover:0.51145 0.0307 0.0069 -0.0076
content:1.26005 -0.0233 topSentence:0.22615 rarestThing:0.30005 -0.0215 0.0016 pairsBroken:0.00005 0.0136 0.0017
firstThing:0.00005 topCover:0.21685 -0.0253 0.0012 topCover:0.32005 exact:0.50005 0.0003 0.0222 searchLead:0.28105 -0.0212 0.0088
answerCover:0.78385 context:0.45345 context:0.30775 -0.0139 0.0117 topLexical:2.55335 -0.0174 -0.0035 answerCover:0.97785 topLexical:2.71485 0.0194 -0.0056 section:0.72315 0.008 -0.0183
precision:0.42865 section:0.35615 elsewhere:0.56005 -0.0212 0.0013 searchedLexical:1.63865 -0.0081 0.0169 leastThing:0.50005 own:0.75745 -0.0114 0.0178 -0.0323
activityLack:0.00005 meanThingOwn:0.65005 topCover:0.23745 -0.0141 0.0181 topCover:0.25175 0.0076 -0.0216 nowhereKnown:0.00005 0.0272 -0.0015
`;

/** Log odds before any tree. */
export const answerForestBias = 0.5604;
